import type { SlipRefusal } from '#server/rules/slip-refusal.ts';
import type { RefusalSentences } from './refusals.ts';

/** What a refused wish about the design of slips says. */
export const slipRefusals: Record<SlipRefusal, RefusalSentences> = {
	'slips-changed': {
		visitor: '单据设置刚被别人改过，未保存。',
		staff: '大厅文件刚被别人改过，您的修改没有保存。请刷新页面，在新的内容上再改。'
	},
	'slips-faulty': {
		visitor: '这个版面不能用，未保存。',
		staff: '这个版面缺少必须有的内容，或某项内容写得不对，没有保存。请按页面上的提示补上。'
	},
	'slips-by-hand': {
		visitor: '大厅文件需要由管理员修改。',
		staff: '大厅文件的写法特殊，程序改不了，没有保存。请管理员在文件的 slips 部分手工修改后导入。'
	},
	'sign-unreadable': {
		visitor: '这不是可用的图片。',
		staff: '这个文件读不出来。请用 PNG、BMP 或 PBM 图片；GIF、JPEG 或照片请先另存为 PNG。'
	},
	'sign-too-large': {
		visitor: '图片太大，未保存。',
		staff: '图片太大。请用不超过1 MB、400万像素、高2500点以内的图片；打印宽度只有384或576点，小图更清楚。'
	},
	'printer-unknown': {
		visitor: '没有这台打印机。',
		staff: '没有这台打印机，请从列表中另选一台。'
	}
};
