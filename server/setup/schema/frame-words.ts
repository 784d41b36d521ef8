/** Sentences for what can be wrong in a frame of a hall file. `other` is the column of the template. */
import type { FrameFault } from '#printer/frames/template.ts';
import type { Words } from './words.ts';

const may = (allowed: readonly string[]): string => allowed.join(' ');
const zh = (column: number): string => `帧模板第${String(column)}列`;
const en = (column: number): string => `column ${String(column)} of the frame`;

export const frameWords: Record<`frame-${FrameFault['code']}`, Words> = {
	'frame-empty': (d) => [
		'帧模板是空的',
		'the frame is empty',
		`例如：${may(d.allowed)}`,
		`for example: ${may(d.allowed)}`
	],
	'frame-no-part': (d) => [
		`${zh(d.other)}：“${d.value}”既不是两位十六进制字节，也不是花括号里的部分`,
		`${en(d.other)}: "${d.value}" is neither a byte of two hexadecimal digits nor a part in braces`,
		`可写：${may(d.allowed)}`,
		`write one of: ${may(d.allowed)}`
	],
	'frame-unclosed': (d) => [
		`${zh(d.other)}：“${d.value}”缺右花括号`,
		`${en(d.other)}: the brace of "${d.value}" is not closed`,
		'请补上 }',
		'close it with }'
	],
	'frame-unknown-part': (d) => [
		`${zh(d.other)}：没有“${d.value}”这种部分`,
		`${en(d.other)}: there is no part "${d.value}"`,
		`可写：${may(d.allowed)}`,
		`write one of: ${may(d.allowed)}`
	],
	'frame-bad-option': (d) => [
		`${zh(d.other)}：“${d.value}”写法不对`,
		`${en(d.other)}: "${d.value}" is not understood`,
		`此处可写：${may(d.allowed)}`,
		`here may stand: ${may(d.allowed)}`
	],
	'frame-bad-span': (d) => [
		`${zh(d.other)}：“${d.value}”不是前面那些部分的范围，或长度放不下`,
		`${en(d.other)}: "${d.value}" is no span of parts that can be reckoned here`,
		`写成“起..止”，用名称（${may(d.allowed)}）或序号`,
		`write from..to, by names (${may(d.allowed)}) or by count`
	],
	'frame-twice': (d) => [
		`${zh(d.other)}：“${d.value}”写了两次`,
		`${en(d.other)}: "${d.value}" stands there twice`,
		'每个名称只能用一次',
		'each name may be used once'
	],
	'frame-two-open': (d) => [
		`${zh(d.other)}：“${d.value}”是第二个长度不定的部分`,
		`${en(d.other)}: "${d.value}" is the second part of any length`,
		`请给其中一个固定长度，如 ${may(d.allowed)}`,
		`give one of them a fixed length, such as ${may(d.allowed)}`
	],
	'frame-bad-brackets': (d) => [
		`${zh(d.other)}：转义用的圆括号不成对，或有转义而无括号`,
		`${en(d.other)}: the brackets of what is escaped are missing or do not match`,
		`写成 ${may(d.allowed)}，只写一对`,
		`write ${may(d.allowed)}, one pair`
	],
	'frame-bad-escape': (d) => [
		`转义“${d.value}”写法不对，或替换序列的首字节自身没有转义`,
		`the escapes "${d.value}" are not understood, or begin with a byte that is not escaped itself`,
		`例如 ${may(d.allowed)}`,
		`for example ${may(d.allowed)}`
	],
	'frame-no-end': (d) => [
		`“${d.value}”收到时无法判断一帧的起止`,
		`frames of "${d.value}" cannot be told apart when they are received`,
		`请加上其中之一：${may(d.allowed)}`,
		`add one of: ${may(d.allowed)}`
	],
	'frame-lacks': (d) => [
		`“${d.value}”缺少 ${may(d.allowed)}`,
		`"${d.value}" lacks ${may(d.allowed)}`,
		`请加上 ${may(d.allowed)}`,
		`add ${may(d.allowed)}`
	]
};
