import { PAPERS } from '../family.ts';
import type { Family } from '../family.ts';
import { POLLS } from '../status.ts';

/** The 58 and 80 mm printers of the Chinese market, as far as they are all alike. */
export const generic: Family = {
	about: {
		name: { zh: '通用 ESC/POS 58/80 毫米', en: 'Generic ESC/POS, 58 or 80 mm' },
		note: {
			zh: '国产热敏打印机的共同部分；是否回报“已打印”在开机后探测一次',
			en: 'What thermal printers of the Chinese market have in common; whether it says "printed" is found out once'
		},
		source: 'SPRT POS5IV and SP-POS890E, Cashino CSN-80V, SNBC BT-T080 manuals'
	},
	language: 'escpos',
	papers: PAPERS,
	font: 'gbk',
	processId: 'probe',
	clears: false,
	status: { polls: POLLS, own: null, push: null },
	cutter: 'partial',
	presenter: null
};

/** Hears but never speaks: a one-way cable, a portable printer; torn off by hand. */
export const plain: Family = {
	...generic,
	about: {
		name: { zh: '单向打印机', en: 'One-way printer' },
		note: { zh: '没有状态、没有切刀，手工撕纸', en: 'No status and no cutter: torn off by hand' },
		source: 'Mobiprint MP-T3 manual'
	},
	processId: 'no',
	status: null,
	cutter: 'none'
};

/** MASUNG's kiosk printer. */
export const masung: Family = {
	...generic,
	about: {
		name: { zh: '美松 EP802', en: 'MASUNG EP802' },
		note: {
			zh: '厂家没有公开指令手册（只有 SDK），按通用 ESC/POS 驱动；装机时用自检页核对状态',
			en: 'No public command manual (only an SDK): driven as generic ESC/POS; check its status at installation'
		},
		source: 'none public; vendor SDK MsPrintSDK only'
	}
};
