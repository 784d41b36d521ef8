/** Sentences for what can be wrong with the file as a whole, its shape, and how its entries refer to each other. */
import type { Text } from '#server/views.ts';

/** What a sentence may need to know. */
export interface Detail {
	/** as it stands in the file, shortened */
	value: string;
	/** what may stand there */
	allowed: string[];
	/** the allowed word that looks most like it */
	near: string | null;
	/** line of the other one, for things that are there twice */
	other: number;
}

export type Sentences = [whatZh: string, whatEn: string, mendZh: string, mendEn: string];
export type Words = Sentences | ((d: Detail) => Sentences);

const KINDS: Record<string, Text> = {
	string: { zh: '文字', en: 'words' },
	number: { zh: '数字（不加引号）', en: 'a number, without quotes' },
	int: { zh: '整数（不加引号）', en: 'a whole number, without quotes' },
	boolean: { zh: 'true 或 false', en: 'true or false' },
	array: { zh: '列表（每行以“- ”开头）', en: 'a list (each line begins with "- ")' },
	object: { zh: '若干“名称: 值”', en: 'some "name: value" lines' }
};

export const fileWords = {
	'not-utf8': [
		'文件不是UTF-8编码，汉字已损坏',
		'the file is not in UTF-8; its Chinese is damaged',
		'请在编辑器中选择“另存为”，编码选UTF-8',
		'save it again with the encoding UTF-8'
	],
	'empty-file': ['文件是空的', 'the file is empty', '请从示例 hall.yaml 开始改写', 'start from the sample hall.yaml'],
	'fullwidth-colon': [
		'此处用了全角冒号“：”',
		'a full-width colon ： stands here',
		'请改成半角冒号加一个空格“: ”',
		'write a half-width colon and a blank ": "'
	],
	'yaml-tab': [
		'缩进用了制表符',
		'a tab is used for indenting',
		'YAML只认空格，请每层用两个空格',
		'YAML knows blanks only; use two for each level'
	],
	'yaml-indent': [
		'缩进不对',
		'the indentation is wrong',
		'同一层的各行须从同一列开始',
		'lines of one level must begin in the same column'
	],
	'yaml-duplicate-key': (d) => [
		`同一处写了两次“${d.value}”`,
		`"${d.value}" stands here twice`,
		'请删去其中一个',
		'remove one of them'
	],
	'yaml-unclosed': [
		'引号、括号或冒号不成对，或缺少',
		'a quote, bracket or colon is missing',
		'请检查本行及上一行的引号、括号和“: ”',
		'check quotes, brackets and ": " in this line and the one above'
	],
	'yaml-syntax': (d) => [
		`YAML语法有误：${d.value}`,
		`not valid YAML: ${d.value}`,
		'请对照示例 hall.yaml 检查本行的写法',
		'compare this line with the sample hall.yaml'
	],
	'yaml-alias': [
		'别名（*）没有定义，或展开后过大',
		'an alias (*) is not defined, or grows too large',
		'请直接写出内容，不用别名',
		'write it out instead of using the alias'
	],
	'leading-zero': (d) => [
		`“${d.value}”会被读成数字，开头的0会丢失`,
		`${d.value} is read as a number and loses its leading zero`,
		`请加引号："${d.value}"`,
		`put it in quotes: "${d.value}"`
	],
	missing: (d) => [
		`缺少“${d.value}”`,
		`"${d.value}" is missing`,
		`请补上“${d.value}: ”和它的值`,
		`add "${d.value}: " with its value`
	],
	'unknown-key': (d) => [
		`不认识的项目“${d.value}”`,
		`"${d.value}" is not known here`,
		d.near === null ? `这里可以写：${d.allowed.join('、')}` : `是否想写“${d.near}”？`,
		d.near === null ? `what may stand here: ${d.allowed.join(', ')}` : `did you mean "${d.near}"?`
	],
	'wrong-type': (d) => [
		`“${d.value}”的类型不对`,
		`"${d.value}" is of the wrong kind`,
		`这里应为${d.allowed.map((kind) => KINDS[kind]?.zh ?? kind).join('或')}`,
		`there should be ${d.allowed.map((kind) => KINDS[kind]?.en ?? kind).join(' or ')}`
	],
	'not-one-of': (d) => [
		`“${d.value}”不在允许的值之内`,
		`"${d.value}" is not one of the allowed values`,
		`请选：${d.allowed.join('、')}${d.near === null ? '' : `（是否想写“${d.near}”？）`}`,
		`choose one of: ${d.allowed.join(', ')}${d.near === null ? '' : ` (did you mean "${d.near}"?)`}`
	],
	'too-small': (d) => [
		`“${d.value}”太小`,
		`${d.value} is too small`,
		`至少为${d.allowed.join()}`,
		`at least ${d.allowed.join()}`
	],
	'too-big': (d) => [
		`“${d.value}”太大`,
		`${d.value} is too large`,
		`至多为${d.allowed.join()}`,
		`at most ${d.allowed.join()}`
	],
	'too-few': (d) => [
		'列表中条目太少',
		'the list has too few entries',
		`至少写${d.allowed.join()}条`,
		`give at least ${d.allowed.join()}`
	],
	'unknown-reference': (d) => [
		`“${d.value}”在 ${d.allowed[0] ?? ''} 中没有定义`,
		`"${d.value}" is not defined in ${d.allowed[0] ?? ''}`,
		d.near === null ? `请在 ${d.allowed[0] ?? ''} 中加上它，或改正此处` : `是否想写“${d.near}”？`,
		d.near === null ? `define it in ${d.allowed[0] ?? ''}, or correct it here` : `did you mean "${d.near}"?`
	],
	duplicate: (d) => [
		`“${d.value}”在第${String(d.other)}行已经用过`,
		`"${d.value}" is already used in line ${String(d.other)}`,
		'请换一个不重复的',
		'choose another one'
	],
	'queue-without-window': (d) => [
		`没有窗口办理队列“${d.value}”`,
		`no window serves the queue "${d.value}"`,
		'请在某个窗口的 queues 中加上它，或删去此队列',
		'add it to the queues of a window, or remove the queue'
	],
	'item-without-window': (d) => [
		`此事项的队列“${d.value}”没有窗口办理`,
		`the item's queue "${d.value}" is served by no window`,
		'请换一个队列，或安排窗口办理该队列',
		'choose another queue, or let a window serve it'
	],
	'duplicate-address': (d) => [
		`总线地址${d.value}与第${String(d.other)}行的屏重复`,
		`bus address ${d.value} is already taken by the board in line ${String(d.other)}`,
		'同一总线上每块屏须有自己的地址',
		'every board of one bus needs its own address'
	],
	'shared-port': (d) => [
		`“${d.value}”在第${String(d.other)}行已被占用`,
		`"${d.value}" is already used in line ${String(d.other)}`,
		'一个端口只能接一台打印机或一条总线',
		'one port carries one printer or one bus'
	],
	'serial-clash': (d) => [
		`${d.value} 的屏要8位数据，这条总线设为7位`,
		`a board of ${d.value} needs eight data bits, and its line has seven`,
		'请把该屏接到另一条总线，或把总线改为8位数据',
		'hang the board on another line, or give the line eight data bits'
	],
	'open-reader': (d) => [
		`读卡器 ${d.value} 所在的大厅允许任何浏览器充当取号机（access.kiosk: open），身份证可能被别的页面读到`,
		`any browser may be the kiosk of reader ${d.value} (access.kiosk: open): a stranger's page could read a card`,
		'请把 policies.access.kiosk 改为 enrolled，并为每台取号机生成密钥（guidedesk key create --role kiosk --device …）',
		'write policies.access.kiosk: enrolled, and give each kiosk its key (guidedesk key create --role kiosk --device …)'
	],
	'workday-is-holiday': (d) => [
		`${d.value}既是节假日又是调休上班日`,
		`${d.value} is both a holiday and a make-up day`,
		'请从 holidays 或 workdays 中删去一处',
		'take it out of holidays or out of workdays'
	],
	'role-missing': (d) => [
		`没有角色为“${d.value}”的人员`,
		`nobody has the role "${d.value}"`,
		'至少要有一人，否则无人能管理系统',
		'at least one person needs it, or nobody can run the system'
	],
	'block-needed': (d) => [
		`缺少必须有的内容“${d.value}”`,
		`"${d.value}" must stand on this slip`,
		`请加上一行 { block: ${d.value.split('/')[0] ?? ''} }；这张单子不能没有它`,
		`add a line { block: ${d.value.split('/')[0] ?? ''} }; no hall can leave it out`
	],
	'block-setting': (d) => [
		`这项内容没有“${d.value}”可设`,
		`this block does not take "${d.value}"`,
		d.near === null ? `这里可以写：${d.allowed.join('、')}` : `是否想写“${d.near}”？`,
		d.near === null ? `what may stand here: ${d.allowed.join(', ')}` : `did you mean "${d.near}"?`
	]
} satisfies Record<string, Words>;
