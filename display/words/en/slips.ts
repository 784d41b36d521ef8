import type { Words } from '../zh-CN/index.ts';
import { count as counted } from '../plural.ts';
import { waitRange } from './common.ts';

export const slips: Words['slips'] = {
	yourNumber: 'Your number',
	waitAt: ({ place }) => `Please wait at ${place}`,
	windows: ({ windows }) => `Windows: ${windows}`,
	ahead: ({ count }) => (count === 0 ? 'Nobody ahead of you' : `${counted(count, 'person', 'people')} ahead of you`),
	expected: (wait) => `Expected wait ${waitRange(wait)}`,
	expectedUnknown: 'The wait cannot be estimated yet',
	item: 'Service',
	steps: 'Afterwards, with the same number',
	step: ({ item, windows }) => `${item}: ${windows.includes(',') ? 'windows' : 'window'} ${windows}`,
	goTo: 'Next, please go to',
	goToWindows: ({ windows }) => `${windows.includes(',') ? 'Windows' : 'Window'} ${windows}`,
	sameNumber: 'Your number stays the same; do not take another',
	materials: 'What to bring',
	noMaterials: 'Nothing to bring',
	material: ({ name, kind, copies, required }) =>
		`${name} (${copies > 0 ? `${kind} × ${copies}` : kind})${required ? '' : ' (if you have it)'}`,
	takenAt: 'Taken at',
	reprint: 'REPRINT',
	reprintHint: 'Printed again; number and place in the queue are unchanged',
	priority: ({ name }) => `Priority: ${name}`,
	priorityConfirm: {
		desk: 'First show your certificate at the guide desk; the priority counts from then on',
		window: 'Your priority counts; please show your certificate at the window'
	},
	order: ({ minutes }) =>
		`A number with priority goes before yours only if it was taken within ${counted(minutes, 'minute', 'minutes')} after it.`,
	scan: 'Scan to follow the queue; your phone tells you when you are called',
	validToday: 'Valid today. If you miss your call, go to the guide desk',
	thanks: 'Thank you'
};
