/** What a question says beside its matter: words that only ask, and the kind of answer that they ask for. */

/** Longest first, so that 怎么办理 goes before 怎么. */
const FILLERS = [
	'请问一下|请问|麻烦问下|我想问|想问|咨询一下|咨询|你们|你好|您好|我想要|我想|我要|想要|帮我',
	'需要什么材料|需要哪些材料|要什么材料|带什么材料|要带什么|带什么|要准备什么|要办什么|需要什么|要什么|要哪些',
	'应该怎么办理|怎么办理|如何办理|怎样办理|怎么办|怎么弄|怎么走|怎么去|怎么取|怎么|怎样|如何|咋办|咋',
	'在什么地方|什么地方|在哪里|去哪里|在哪儿|去哪儿|在哪|去哪|哪里|哪儿|放哪',
	'在几楼|几楼|几号窗口|哪个窗口|什么窗口|找谁|可不可以|能不能|可以|是否|多少|吗|呢|呀|啊|了|的'
].join('|');

const FILLER = new RegExp(FILLERS, 'gu');
const ENGLISH_FILLER =
	/\b(how|do|does|i|can|where|is|are|the|a|an|my|to|of|for|what|please|need|get|in|at|on|and|with|want|your)\b/gu;

/** Which kinds answer what: where to, by which number, when, for how much. */
const KINDS: readonly (readonly [asks: RegExp, kinds: readonly string[]])[] = [
	[/电话|号码|打给|phone|telephone|call|hotline/u, ['telephone', 'department']],
	[/哪里|哪儿|在哪|去哪|怎么走|几楼|地址|位置|where|address/u, ['way', 'address', 'zone', 'window', 'desk']],
	[/几点|时间|上班|下班|开门|关门|周[一二三四五六日末]|hours|open|when/u, ['hours']],
	[/多少钱|收费|费用|工本费|多少税|税率|fee|cost|price|how much/u, ['fee']],
	[/窗口|window/u, ['window']],
	[/政策|条件|补贴|policy/u, ['policy']]
];

/** The matter of a question, without the words that only ask; the question where nothing else is in it. Plain text. */
export function matterOf(question: string): string {
	const bare = question.replaceAll(FILLER, ' ').replaceAll(ENGLISH_FILLER, ' ').replaceAll(/\s+/gu, ' ').trim();
	return bare === '' ? question : bare;
}

/** The kinds of entries that a question asks for; none where it does not say. Plain text. */
export function kindsAsked(question: string): ReadonlySet<string> {
	return new Set(KINDS.filter(([asks]) => asks.test(question)).flatMap(([, kinds]) => kinds));
}
