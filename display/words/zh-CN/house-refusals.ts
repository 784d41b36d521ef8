import type { RefusalCode } from '#server/rules/refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about tasks, notes to staff and rounds of inspection says. */
export const houseRefusals = {
	'receiver-needed': {
		visitor: '没有写明给谁，没有发出。',
		staff: '请至少选择一个人、一个岗位、一个窗口或一个导询台。'
	},
	'note-unknown': {
		visitor: '没有找到这条通知。',
		staff: '没有这条通知，或已到期、已撤回，或不是发给您的。'
	},
	'note-changed': {
		visitor: '这条通知刚刚有变化，请重新查看。',
		staff: '这条通知刚刚有了新版本，请看过新版本再确认。'
	},
	'note-times': {
		visitor: '时间不对，没有发出。',
		staff: '时间不对：截止时间须在以后；须读时间只用于必读通知，且不晚于截止时间。'
	},
	'round-unknown': {
		visitor: '没有这次巡查。',
		staff: '这一天没有这次巡查，或其中没有这个区域，请核对大厅文件。'
	},
	'round-over': {
		visitor: '这次巡查已经结束。',
		staff: '只能登记今天和昨天的巡查，且须在巡查后36小时内上传。'
	},
	'area-scored': {
		visitor: '这个区域已经登记。',
		staff: '这个区域本次已由别人登记，您的记录没有写入。'
	},
	'photo-exists': {
		visitor: '已有照片。',
		staff: '这一项已有一张照片，不能换成另一张。'
	},
	'not-a-photo': {
		visitor: '这不是照片，没有保存。',
		staff: '这不是完整的JPEG照片，没有保存，请重新拍摄。'
	},
	'photo-tells-more': {
		visitor: '照片里带有其他信息，没有保存。',
		staff: '照片里带有位置、设备等信息，没有保存：请在巡查页面里拍摄上传，页面会去掉这些信息。'
	},
	'photo-too-large': {
		visitor: '照片太大，没有保存。',
		staff: '照片超过1.5 MB，没有保存，请在巡查页面里拍摄上传。'
	}
} satisfies Partial<Record<RefusalCode, RefusalSentences>>;

export type HouseRefusal = keyof typeof houseRefusals;
