import type { Family } from '../family.ts';
import { generic } from './generic.ts';

/** The same language from other makers; what varies between firmwares is probed at the start. */
function clone(zh: string, en: string, source: string): Family {
	const note = {
		zh: '指令与通用相同；“已打印”回报因固件而异，开机后探测一次',
		en: 'Understands what the generic one does; whether it says "printed" varies with the firmware and is probed'
	};
	return { ...generic, about: { name: { zh, en }, note, source } };
}

export const xprinter = clone('芯烨 Xprinter', 'Xprinter', 'ECLINE EC-80, IDIPOS TP-80, Sinocan P11 manuals');
export const gprinter = clone('佳博 Gprinter', 'Gprinter', 'command set of the Xprinter class');
export const sprt = clone('思普瑞特 SPRT', 'SPRT', 'SPRT POS5IV and SP-POS890E manuals');
