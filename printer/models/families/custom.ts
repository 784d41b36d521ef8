import { PAPERS } from '../family.ts';
import type { Family } from '../family.ts';
import { POLLS } from '../status.ts';

/** Custom VKP80, KPM, TG02 in a kiosk, with or without a presenter. */
export const custom: Family = {
	about: {
		name: { zh: 'CUSTOM VKP80 / KPM / TG02', en: 'Custom VKP80, KPM, TG02' },
		note: {
			zh: '六字节完整状态；有出票口的机型可设置无人取票时收回或吐出（presenter）',
			en: 'Full status in six bytes; with a presenter, a ticket that nobody takes can be drawn back or dropped'
		},
		source: 'Custom KPM150-H, TG02H, KPM210, KPM300, TPTCM manuals'
	},
	language: 'escpos',
	papers: PAPERS,
	font: 'gbk',
	processId: 'no',
	clears: false,
	status: {
		polls: POLLS,
		own: {
			ask: '100414',
			head: '100f',
			bits: [
				[
					[0x01, 'paperOut'],
					[0x44, 'paperLow'],
					[0x20, 'ticketOut']
				],
				[
					[0x01, 'headUp'],
					[0x02, 'coverOpen']
				],
				[
					[0x09, 'hot'],
					[0x02, 'error'],
					[0x40, 'jam']
				],
				[
					[0x01, 'cutter'],
					[0x0c, 'error']
				]
			]
		},
		push: '1de00f'
	},
	cutter: 'partial',
	// 12 steps of about 7 mm.
	presenter: { present: '1d65030c', eject: '1d6505', retract: '1d6502' }
};
