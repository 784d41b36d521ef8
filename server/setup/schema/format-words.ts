/** Sentences for what can be wrong with a single value. */
import { PRESENTERS } from '#printer/models/models.ts';
import type { FormatFault } from './formats.ts';
import type { Words } from './words.ts';

export const formatWords: Record<FormatFault, Words> = {
	'bad-code': (d) => [
		`代码“${d.value}”不合规则`,
		`"${d.value}" is not a code`,
		'只用小写字母、数字和连字符，最多32个字符',
		'use lower case letters, figures and hyphens, at most 32'
	],
	'reserved-code': (d) => [
		`代码“${d.value}”是保留字`,
		`"${d.value}" has a meaning of its own`,
		'请换一个代码；它指没有优先身份的号',
		'choose another code; it stands for numbers without priority'
	],
	'bad-window-code': (d) => [
		`窗口号“${d.value}”不合规则`,
		`"${d.value}" is not a window code`,
		'请用不带前导零的数字，前面可加一个大写字母，如 3、12、B2',
		'use figures without a leading zero, a capital letter before them if need be: 3, 12, B2'
	],
	'bad-queue-name': [
		'打印队列名写法不对',
		'this is not the name of a print queue',
		'写 lpstat -p 列出的队列名：字母、数字、下划线、点、加号、连字符',
		'write the name that lpstat -p lists: letters, figures, _ . + -'
	],
	'no-presenter': [
		'这种打印机没有可控制的出票口',
		'this kind of printer has no mouth that can be driven',
		`删去 presenter，或改用有出票口的 model：${PRESENTERS.join('、')}`,
		`remove presenter, or choose a model that has one: ${PRESENTERS.join(', ')}`
	],
	'bad-prefix': (d) => [
		`号码前缀“${d.value}”不合规则`,
		`"${d.value}" is not a prefix`,
		'请用一个或两个大写字母',
		'use one or two capital letters'
	],
	'prefix-looks-like-figure': (d) => [
		`前缀“${d.value}”中的I或O会被看成1或0`,
		`I and O in the prefix "${d.value}" are read as 1 and 0`,
		'请换别的字母',
		'choose other letters'
	],
	'bad-clock': (d) => [
		`时刻“${d.value}”不合规则`,
		`"${d.value}" is not a time of day`,
		'请写成 "09:30"（24小时制，加引号）',
		'write "09:30", in 24 hours and in quotes'
	],
	'shares-over-one': [
		'各类别的占比合计超过1',
		'the shares come to more than 1',
		'其余的人为普通号，请减小占比',
		'the rest are ordinary visitors; make the shares smaller'
	],
	'bad-span': (d) => [
		`时段“${d.value}”写法不对`,
		`"${d.value}" is not a span of time`,
		'请写成"09:00-12:00"；到午夜写"24:00"，跨夜分写在两天',
		'write it as "09:00-12:00"; midnight is "24:00", a night is split over two days'
	],
	'span-ends-before-start': [
		'时段的结束早于开始',
		'the span ends before it starts',
		'请对调两个时间；跨夜的时段分写在两天',
		'swap the times; split a night over two days'
	],
	'spans-overlap': ['同一天的时段互相重叠', 'spans of one day overlap', '请合并或错开', 'join them or move them apart'],
	'bad-day': (d) => [
		`“${d.value}”不是日期，或该日不存在`,
		`"${d.value}" is not a day that exists`,
		'请写成 2026-10-01 的样子',
		'write it like 2026-10-01'
	],
	'until-before-date': ['结束日早于开始日', 'the last day is before the first', '请对调两个日期', 'swap the two days'],
	'bad-time-zone': (d) => [
		`不认识的时区“${d.value}”`,
		`"${d.value}" is not a time zone`,
		'中国各地请写 Asia/Shanghai',
		'use an IANA name such as Asia/Shanghai'
	],
	'bad-staff-number': (d) => [
		`工号“${d.value}”不合规则`,
		`"${d.value}" is not a staff number`,
		'请用2至10位数字或大写字母',
		'use two to ten figures or capital letters'
	],
	'empty-text': [
		'此处是空的',
		'nothing stands here',
		'请写上文字，或删去此项',
		'write the words, or leave the key out'
	],
	'promised-over-legal': [
		'承诺时限长于法定时限',
		'the promised days are more than the legal days',
		'承诺时限应不超过法定时限',
		'promise no more than the law allows'
	],
	'material-or-name': [
		'材料须写 material 或 name 之一，且只写一个',
		'a material needs either material or name, not both',
		'引用 materials 中的代码写 material；自有名称写 name',
		'material for a code of the list, name for words of its own'
	],
	'window-or-zone': [
		'须写 window 或 zone 之一，且只写一个',
		'either window or zone is needed, not both',
		'窗口的屏写 window，分厅的屏写 zone',
		'window for the one above a window, zone for a whole zone'
	],
	'one-place': [
		'须写 kiosk、window、desk 之一，且只写一个',
		'one of kiosk, window and desk is needed, and no other',
		'扫码器在哪里，就写哪里：取号机 kiosk，窗口 window，导询台 desk',
		'where the scanner is: kiosk, window or desk'
	],
	'board-too-small': [
		'屏的宽或高不足一个字',
		'the board is smaller than one character',
		'请核对 width、height 与 font，均以像素计',
		'check width, height and font, all in pixels'
	],
	'template-or-language': [
		'须写 template 或 language 之一，且只写一个',
		'either template or language is needed, not both',
		'内置的帧写 template；自己描述的帧写 language',
		'template for a frame that is built in, language for one of your own'
	],
	'bad-hex': [
		'须为十六进制字节',
		'these are no hexadecimal bytes',
		'每个字节两位，如 7D 5E，并加引号',
		'two digits for each byte, such as 7D 5E, in quotes'
	],
	'bad-label': (d) => [
		`“${d.value}”不是文件标号`,
		`"${d.value}" is not a label`,
		'请用一个可打印的ASCII字符；0留给警报',
		'use one printable ASCII character; 0 is kept for alarms'
	],
	'same-label': [
		'TEXT与STRING的标号重复',
		'the labels of TEXT and STRINGs are not all different',
		'每个文件用一个不同的字符',
		'give each file a character of its own'
	],
	'limit-needs-identity': [
		'没有身份核对，就不能限制每人取号数',
		'numbers per person cannot be limited without an identity',
		'请把 identity 设为 optional 或 required，或删去 perPersonAndDay',
		'set identity to optional or required, or leave perPersonAndDay out'
	],
	'bad-term': [
		'时长写法不对',
		'this is no length of time',
		'请写成“5 workdays”“24 hours”“30 minutes”或“15 days”',
		'write it like 5 workdays, 24 hours, 30 minutes or 15 days'
	],
	'inches-or-millimetres': [
		'屏幕尺寸写法不对',
		'this is no size of a screen',
		'写对角线英寸（inches），或同时写宽和高（widthMm、heightMm）',
		'give the diagonal as inches, or both widthMm and heightMm'
	],
	'bad-media-name': [
		'文件名不能用',
		'this file name cannot be used',
		'只写 DATA_DIR/media 里的文件名，后缀为 jpg、png、webp、mp4 或 webm',
		'name a file in DATA_DIR/media that ends in jpg, png, webp, mp4 or webm, without folders'
	],
	'volume-order': [
		'音量的时间有重复',
		'a time of the volume is there twice',
		'每个时间只写一次',
		'give each time once'
	],
	'unknown-tongue': [
		'没有这种语言的语法',
		'the grammar of this language is not known',
		'写 zh、en，或方言录音的文件夹名，如 yue、zh-CN-sichuan',
		'write zh, en, or the folder of a dialect such as yue or zh-CN-sichuan'
	],
	'bad-sign-name': (d) => [
		`“${d.value}”不是标志文件的名称`,
		`"${d.value}" is not the name of a sign's file`,
		'请写 DATA_DIR/slips 中的文件名，以 .png、.bmp 或 .pbm 结尾，只用字母、数字、点和连字符',
		'name a file in DATA_DIR/slips that ends in .png, .bmp or .pbm; letters, figures, dots and hyphens only'
	]
};
