import { PAPERS } from '../family.ts';
import type { Family } from '../family.ts';
import { POLLS } from '../status.ts';

/** Epson TM with a Chinese font, and those that follow it closely. */
export const epson: Family = {
	about: {
		name: { zh: '爱普生 TM（中文机型）', en: 'Epson TM, Chinese model' },
		note: {
			zh: '回报“已打印”，状态变化时主动上报（ASB）',
			en: 'Says when a slip is printed, and tells its status by itself at every change (ASB)'
		},
		source: 'Epson TM-T88III specification, TM-L90 guide'
	},
	language: 'escpos',
	papers: PAPERS,
	font: 'gb18030',
	processId: 'yes',
	clears: true,
	status: { polls: POLLS, own: null, push: '1d610f' },
	cutter: 'partial',
	presenter: null
};

/** The same without a Chinese font. */
export const epsonIntl: Family = {
	...epson,
	about: {
		name: { zh: '爱普生 TM（国际机型）', en: 'Epson TM, international model' },
		note: {
			zh: '没有汉字字库：中文行以图像打印，需要本机装有中文字体',
			en: 'No Chinese font: Chinese lines are drawn, for which this machine needs a Chinese font'
		},
		source: 'Epson TM-T88III specification'
	},
	font: 'none'
};

/** The firmware of an 80 mm printer that is public as a whole, and the boards made after it. */
export const print801: Family = {
	...epson,
	about: {
		name: { zh: 'print801 类固件', en: 'print801 class firmware' },
		note: {
			zh: '回报“已打印”；另有私有状态字节（缺纸、开盖、切刀、过热、纸将尽）；缺纸后会自行补印，见“不确定”',
			en: 'Says "printed"; has a status byte of its own (paper, cover, cutter, heat, near end); prints again by itself after paper out'
		},
		source: 'roll2021/print801, its firmware in C'
	},
	font: 'gbk',
	status: {
		polls: POLLS,
		own: {
			ask: '100602',
			head: '',
			bits: [
				[
					[0x04, 'paperOut'],
					[0x08, 'coverOpen'],
					[0x10, 'cutter'],
					[0x20, 'hot'],
					[0x40, 'paperLow']
				]
			]
		},
		push: null
	}
};
