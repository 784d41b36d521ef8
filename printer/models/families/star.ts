import { PAPERS } from '../family.ts';
import type { Family } from '../family.ts';
import type { Bits } from '../status.ts';

/** The bytes of Star's automatic status, behind its two header bytes. */
const ASB: readonly Bits[] = [
	[
		[0x08, 'offline'],
		[0x20, 'coverOpen']
	],
	[
		[0x08, 'cutter'],
		[0x20, 'error'],
		[0x40, 'hot']
	],
	[[0x04, 'jam']],
	[
		[0x08, 'paperOut'],
		[0x04, 'paperLow']
	]
];

/** Star TSP in Star Line mode. The answers to its own question are what it pushes as well. */
export const star: Family = {
	about: {
		name: { zh: 'Star TSP（Star Line 模式）', en: 'Star TSP in Star Line mode' },
		note: {
			zh: '另一种指令语言；以 ETB 计数回报“已打印”；中文需中文机型（GB18030 字库）',
			en: 'Another language; says "printed" by its ETB counter; Chinese needs a Chinese model with a GB 18030 font'
		},
		source: 'Star Line Mode command specifications'
	},
	language: 'star',
	papers: PAPERS,
	font: 'gb18030',
	processId: 'probe',
	clears: true,
	status: { polls: null, own: { ask: '1b0601', head: '', bits: ASB }, push: '1b1e6103' },
	cutter: 'partial',
	presenter: null
};

/** The same without a Chinese font. */
export const starIntl: Family = {
	...star,
	about: {
		name: { zh: 'Star TSP（国际机型）', en: 'Star TSP, international model' },
		note: {
			zh: '没有汉字字库：中文行以图像打印，需要本机装有中文字体',
			en: 'No Chinese font: Chinese lines are drawn, for which this machine needs a Chinese font'
		},
		source: 'Star Line Mode command specifications'
	},
	font: 'none'
};
