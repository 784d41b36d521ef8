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
	},
	title: '查询进度',
	enter: '请输入小票上的 12 位查询码',
	look: '查询',
	lookHint: '查询码印在回执上，也可以扫回执上的二维码',
	told: '已收到，感谢您的来话',
	toldKeep: '请记住查询码，可以拍照；凭码随时查看进度和答复。',
	printing: '回执正在打印，请取走',
	paperOut: '打印纸已用完，请拍下二维码或记下查询码',
	number: '编号',
	state: '进度',
	opened: '受理时间',
	due: '答复期限',
	dueBy: ({ day }: { day: string }): string => `${day} 前`,
	overdue: '已超过期限，主管已知悉并督办',
	staff: '负责人工号',
	department: '部门',
	desk: '服务台',
	joined: '同一件事此前已有人反映，将一并答复，结果在这里显示。',
	reopened: '您表示不满意后，已重新办理。',
	answers: '答复',
	noAnswer: '还没有答复',
	toldWay: {
		page: '您已在本页查看',
		call: '已电话告知',
		'in-person': '已当面告知',
		letter: '已书面告知'
	} as Record<string, string>,
	may: '您可以',
	acts: {
		satisfied: '满意，办结',
		'not-satisfied': '不满意，请重新办理',
		add: '补充说明',
		clarified: '补充说明',
		withdraw: '撤回'
	} as Record<string, string>,
	actDone: {
		satisfied: '已记录您的满意，这件事办结。',
		'not-satisfied': '已重新办理，期限见下。',
		add: '已补充，负责人会看到。',
		clarified: '已补充，负责人会看到。',
		withdraw: '已撤回。'
	} as Record<string, string>,
	done: '已提交',
	why: '请说明哪里不满意',
	words: '请写下要补充的内容',
	wordsFree: '说明（可不填）',
	confirm: '提交',
	ask: '怎样询问',
	askCode: '凭查询码在本页或自助机查看',
	askDesk: ({ desk }: { desk: string }): string => `到${desk}询问`,
	askPhone: ({ phone }: { phone: string }): string => `拨打 ${phone}`,
	code: '查询码',
	qr: '本页的二维码',
	outcomes: { joined: '并入同一件事', withdrawn: '已撤回' } as Record<string, string>,
	closed: '已办结',
	backToKiosk: '返回首页'
};
