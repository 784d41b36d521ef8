import type { Family } from '../family.ts';
import { POLLS } from '../status.ts';
import { generic } from './generic.ts';

/** SNBC's kiosk printers. */
export const snbc: Family = {
	...generic,
	about: {
		name: { zh: '新北洋 BK-T / BT-T080 / BT-UR056', en: 'SNBC BK-T, BT-T080, BT-UR056' },
		note: {
			zh: '能分清卡纸和打印头抬起；BK-T 出票口没有公开指令，不驱动',
			en: 'Tells a paper jam from a lifted head; no public commands for the presenter of the BK-T, so it is not driven'
		},
		source: 'SNBC BT-T080 and BT-UR056 manuals'
	},
	status: {
		polls: [
			POLLS[0],
			POLLS[1],
			[
				[0x04, 'jam'],
				[0x08, 'cutter'],
				[0x20, 'error'],
				[0x40, 'headUp']
			],
			POLLS[3]
		],
		own: null,
		push: null
	}
};
