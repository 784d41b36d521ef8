import { waitRange } from './common.ts';

/** Words on paper. */
export const slips = {
	yourNumber: '您的号码',
	waitAt: ({ place }: { place: string }): string => `请在${place}等候`,
	windows: ({ windows }: { windows: string }): string => `办理窗口：${windows}`,
	ahead: ({ count }: { count: number }): string => (count === 0 ? '前面没有人等待' : `前面等待 ${count} 人`),
	expected: (wait: { from: number; to: number }): string => `预计等候 ${waitRange(wait)}`,
	expectedUnknown: '等候时间暂无法估计',
	item: '业务',
	steps: '办完后接着办（号码不变）',
	step: ({ item, windows }: { item: string; windows: string }): string => `${item}：${windows} 号窗口`,
	goTo: '接下来请到',
	goToWindows: ({ windows }: { windows: string }): string => `${windows} 号窗口`,
	sameNumber: '号码不变，无需重新取号',
	materials: '需带材料',
	noMaterials: '无需携带材料',
	material: ({
		name,
		kind,
		copies,
		required
	}: {
		name: string;
		kind: string;
		copies: number;
		required: boolean;
	}): string => `${name}（${copies > 0 ? `${kind} ${copies} 份` : kind}）${required ? '' : '（如有）'}`,
	takenAt: '取号时间',
	reprint: '补打',
	reprintHint: '本票为补打，号码和次序不变',
	priority: ({ name }: { name: string }): string => `优先：${name}`,
	priorityConfirm: { desk: '请先到导询台出示证件，确认后优先生效', window: '已按优先排队，请在窗口出示证件' },
	order: ({ minutes }: { minutes: number }): string =>
		`持优先号的来宾，仅当其取号时间比您晚不超过 ${minutes} 分钟时，才可能排在您前面。`,
	scan: '扫码查看排队进度，叫号时手机会提醒',
	validToday: '当日有效，过号请到导询台',
	thanks: '感谢您的配合'
};
