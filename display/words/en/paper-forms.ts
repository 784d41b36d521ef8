import type { Words } from '../zh-CN/index.ts';

export const paperForms: Words['paperForms'] = {
	title: 'Paper ratings',
	enter: 'Enter a form',
	how: 'Two people enter each form; the second does not see the first entry. Only when both agree does it count. Whoever is rated enters nothing.',
	fields: { number: 'Number', day: 'Day of the service', remark: "Visitor's words", phone: "Visitor's telephone" },
	find: 'Find',
	service: 'Which service',
	second: 'Second entry: copy what stands on the paper',
	whole: 'On the whole',
	reasons: 'Why not satisfied',
	grade: 'Grade',
	row: 'Line above, below',
	save: 'Save',
	again: 'Next form',
	waiting: 'Waiting for a second person',
	none: 'No form is waiting',
	byOther: 'for another person',
	confirm: 'Confirm',
	told: {
		entered: ({ number }) => `${number}: first entry kept; another person must enter it again`,
		agreed: ({ number }) => `${number}: both entries agree, the rating counts`,
		differs: ({ number }) => `${number}: the entries differ; both start again from the paper`
	}
};
