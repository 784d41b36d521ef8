import type { Words } from '../zh-CN/index.ts';

export const figures: Words['figures'] = {
	title: 'Figures',
	days: 'Choose days',
	from: 'From',
	to: 'To',
	show: 'Count',
	print: 'Print',
	none: 'Nothing on record for these days'
};
