import type { Words } from '../zh-CN/index.ts';

export const alert: Words['alert'] = {
	drill: 'DRILL',
	fold: 'Fold',
	open: 'Unfold'
};
