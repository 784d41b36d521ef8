/** Words of cases that a visitor follows by a code: the receipt and the page. */

export const follow = {
	slip: {
		title: ({ kind }: { kind: string }): string => `${kind}受理回执`,
		reprint: '补打',
		number: '编号',
		opened: '受理时间',
		staff: '负责人工号',
		due: ({ day }: { day: string }): string => `${day} 前答复`,
		contact: {
			page: '答复后可凭查询码查看，不另行通知',
			call: '答复后按您留的电话告知',
			none: '答复后可凭查询码查看'
		},
		code: '查询码',
		scan: '扫码查看进度和答复',
		kiosk: '也可在自助机输入查询码',
		desk: '或到导询台询问',
		phone: ({ phone }: { phone: string }): string => `查询电话：${phone}`,
		keep: '请保管好查询码，凭码即可查看'
	}
};
