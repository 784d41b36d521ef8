/** Words of priority at the desk, of companions and of who goes with a visitor. */
export const care = {
	grant: '给予优先',
	refuse: '不给予优先',
	escort: '陪同去窗口',
	reached: '已送到窗口',
	isReached: '已送到窗口',
	claimed: '取号时所选',
	personSeen: '当面看到本人，情况属实',
	anyWindow: '不指定窗口，只陪同',
	class: '优先类别',
	claim: '确认',
	proof: '已看证明',
	escortBy: '陪同（工号）',
	companions: '同行人数',
	fewer: '少',
	more: '多',
	nothing: '此号码现在没有可做的',
	step: {
		number: '先选号码：输入，或选一个待确认的',
		what: '做什么',
		class: '哪一类优先',
		proof: '看到了什么证明（只记种类，不记号码）',
		refusal: '不给予的原因',
		window: '送到哪个窗口'
	},
	done: { class: '已登记', escort: '已登记陪同', reached: '已登记送到' },
	escorts: '正在陪同',
	escortLine: ({ escort }: { escort: string }): string => `由 ${escort} 陪同`,
	withCompanions: ({ count }: { count: number }): string => `同行 ${count} 人`
};
