import type { RefusalSentences } from './refusals.ts';

type DeviceRefusal = 'device-unknown' | 'device-off' | 'device-on' | 'device-cannot' | 'group-unknown';

/** What a refused wish about a device says. */
export const deviceRefusals: Record<DeviceRefusal, RefusalSentences> = {
	'device-unknown': { visitor: '没有这台设备，请询问导询台。', staff: '大厅文件中没有这台设备，请核对编号。' },
	'device-off': { visitor: '这台设备已停用，请询问导询台。', staff: '这台设备已经停用。' },
	'device-on': { visitor: '这台设备正在使用，请询问导询台。', staff: '这台设备没有停用，不用恢复。' },
	'device-cannot': { visitor: '这台设备做不到，请询问导询台。', staff: '这类设备没有这项操作，请换一项。' },
	'group-unknown': { visitor: '没有这个打印机组，请询问导询台。', staff: '没有这个打印机组，请选大厅文件中的一组。' }
};
