type Of = { good: string; whom: string };

/** Words of what desks lend. */
export const loans = {
	lendTo: ({ number }: { number: string }): string => `借给 ${number}：按物品的数字`,
	lendTag: '没有选中号码：按物品的数字，再写押牌号',
	lend: '借出',
	left: ({ left, count }: { left: number; count: number }): string => `可借 ${left}，共 ${count}`,
	nothing: '本台没有可借的物品',
	tag: '押牌号',
	phone: '电话（可不留；加密保存，归还后按期删除）',
	takeBack: '归还',
	whichBack: '归还哪一件？',
	noneOut: '没有借出的物品',
	until: ({ time }: { time: string }): string => `应于 ${time} 前归还`,
	overdue: '逾期',
	way: { returned: '完好归还', damaged: '有损坏', lost: '遗失' },
	count: '盘点',
	countWhat: '盘点哪一种？',
	here: '现在台上有几件（借出的不算）',
	over: ({ name, until }: { name: string; until: string }): string => `${name} 已于 ${until} 过期，请更换`,
	ending: ({ name, until }: { name: string; until: string }): string => `${name} ${until} 到期`,
	done: {
		lent: ({ good, whom }: Of): string => `${good}已借给 ${whom}`,
		returned: ({ good, whom }: Of): string => `${good}（${whom}）已归还`,
		damaged: ({ good, whom }: Of): string => `${good}（${whom}）已归还，登记损坏`,
		lost: ({ good, whom }: Of): string => `${good}（${whom}）登记遗失`,
		counted: ({ good, whom }: Of): string => `${good}盘点为 ${whom} 件`
	}
};
