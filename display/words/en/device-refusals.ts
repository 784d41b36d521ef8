import type { deviceRefusals as zh } from '../zh-CN/device-refusals.ts';

export const deviceRefusals: typeof zh = {
	'device-unknown': {
		visitor: 'There is no such device; please ask at the desk.',
		staff: 'The hall file has no such device; check its code.'
	},
	'device-off': {
		visitor: 'This device is out of work; please ask at the desk.',
		staff: 'This device is out of work already.'
	},
	'device-on': {
		visitor: 'This device is at work; please ask at the desk.',
		staff: 'This device was not taken out of work.'
	},
	'device-cannot': {
		visitor: 'This device cannot do that; please ask at the desk.',
		staff: 'Devices of this kind have no such action; choose another.'
	},
	'group-unknown': {
		visitor: 'There is no such group of printers; please ask at the desk.',
		staff: 'There is no such group of printers; choose one of the hall file.'
	}
};
