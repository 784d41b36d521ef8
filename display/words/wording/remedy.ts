/** Whether a sentence says what the visitor can do instead, or what we do about it. */
export function hasRemedy(sentence: string): boolean {
	return CHINESE.test(sentence) || ENGLISH.test(sentence);
}

/** Whether a sentence sends the visitor to where it is done: that also holds for the sentence after it. */
export function sendsOn(sentence: string): boolean {
	return /(?<![申敬])请您?(?:先|再|直接)?(?:到|去|前往|拨打|咨询|联系|致电)/u.test(sentence);
}

const PLEASE =
	'(?<![申聘邀报敬])请(?!求|问|示|便|假|柬|您?(?:慢慢|慢走|坐|放心|耐心|稍|收好|多|继续|不要|别)|(?:您|你)?(?:回|不要|别|勿|挂|走|出去|谅解|理解|原谅|包涵|见谅|体谅|(?:找|问)(?:领导|别人|谁)|自己想))';
const CHINESE = new RegExp(
	[
		PLEASE,
		'(?<!不)可以?(?:先|再|另|改|到|去|在|向|从|用|凭|申请|预约|通过|拨|上传|上网|网上|委托|选择|提前|继续|现在|随时|直接|要求|免费|重新|补|邮寄|自助|找|由|按|当场|办理)',
		'(?<![不没能法])(?:帮|为|给|替)(?:您|你)(?!们?(?:办|查|弄|解决)不)',
		'(?:马上|立即|立刻|尽快|稍后|第一时间|随后|今天先|先)[^，。]{0,6}(?:查|办理|处理|通知|联系|答复|受理|收下|核实|更正|转|告)',
		'(?<!不)会(?:打电话|通知|联系|与您|和您|尽快|转|给|帮|为|及时|在|马上|留)',
		'(?:号码|顺序)[^，。]{0,4}(?:不变|保留|有效)|留号|上门|邮寄|代办|代填|自助机',
		'(?:建议|欢迎|如有异议)|复议|诉讼|申诉|或(?:者)?(?:询问|咨询|到|拨打)|询问导询台',
		'(?<!无)[须需](?:要|由|先|提供|持|带|本人|在|到|经|凭|补)',
		'(?:要|应|得|须)(?:用|为|换|重新|白色|彩色|原件|本人|盖章)|(?:楼|旁边|大厅)有[^，。]{0,4}(?:免费|自助|复印|拍照)',
		'(?:由|请)[^，。]{1,12}(?:办理|解答|答复|负责|受理|出具)',
		'已(?:经)?(?:发函|联系|转交|转给|转到|记录|登记|上报|报修|通知)',
		'(?:电话|热线|拨打)[^，。]{0,6}\\d{4,}|\\d{1,3}号窗口'
	].join('|'),
	'u'
);
const ENGLISH =
	/\bplease (?!leave|go away|hang|shut|ask some)|\byou (?:may|can)(?! (?:go|complain|leave))|\b(?:i|we)(?:'ll| will| shall| can| am going to| are going to) (?!not)|\bwindow \d|\bcall \d{3}|\blet me\b|\b(?:see|ask at|ask the|take|try again) /u;
