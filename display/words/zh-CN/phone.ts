/** Words of the ticket's page on the visitor's own phone. */
export const phone = {
	title: '我的号码',
	atKiosk: '查看或取消',
	yourTurn: ({ window }: { window: string }): string => `请到 ${window}`,
	calledHint: '正在叫您的号码，请现在前往',
	waiting: '正在排队，请留意叫号',
	soon: '快到您了，请回到等候区',
	serving: '正在为您办理',
	parked: {
		'papers-missing': '请补齐材料，回来后继续办理',
		'papers-kept': '窗口正在处理您的材料，请等候呼叫',
		'other-step': '请先办理其他环节，办完后回到窗口'
	},
	missed: '叫到您时您不在，已过号',
	ended: '已办结，欢迎再来',
	cancelled: '此号码已取消',
	expired: '此号码仅当日有效，已过期',
	voided: '此号码已作废，请到导询台重新取号',
	goOn: '接下来请到',
	goOnHint: '号码不变，请在那里等候呼叫',
	steps: '办完后接着办',
	iAmBack: '我回来了',
	missedRule: ({ time, behind }: { time: string; behind: number }): string =>
		(behind === 0 ? `${time} 前回来可以恢复排队。` : `${time} 前回来可以恢复排队，排在接下来的 ${behind} 位之后。`) +
		'只能恢复一次，再次过号就要重新取号。',
	missedOver: '恢复排队的时间已过，请重新取号，或询问导询台。',
	parkedRule: {
		'papers-missing': ({ time }: { time: string }): string =>
			`${time} 前回来，仍按原来的取号时间排队；之后回来，从回来时起重新排队。`,
		'other-step': ({ time }: { time: string }): string =>
			`${time} 前回来，回到原窗口优先办理；之后回来，仍按原来的取号时间排队。`
	},
	parkedLate: {
		'papers-missing': ({ time }: { time: string }): string => `已过 ${time}，回来后从现在起重新排队。`,
		'other-step': ({ time }: { time: string }): string => `已过 ${time}，回来后仍按原来的取号时间排队。`
	},
	backFailed: '没有恢复成功，请再试一次或询问导询台',
	claimOpen: {
		desk: '请先到导询台出示证件，确认后优先生效',
		window: '已按优先排队，请在窗口出示证件',
		self: '已按优先排队'
	},
	claimConfirmed: '优先已确认',
	claimRefused: '未能确认优先，您的号码按普通号排队',
	rate: '请评价这次服务',
	rateOf: ({ window }: { window: string }): string => `${window} 号窗口`,
	rateHint: '请您自己评价，工作人员不代填。提交后不能修改。',
	grades: { 5: '非常满意', 4: '满意', 3: '基本满意', 2: '不满意', 1: '非常不满意' },
	rateSend: '提交评价',
	rated: ({ grade }: { grade: string }): string => `您的评价：${grade}。谢谢！`,
	rateFailed: '没有提交成功，请再试一次',
	staleSince: ({ time }: { time: string }): string =>
		`页面停在 ${time}，正在重新连接。您的号码仍然有效，请留意大厅的屏幕和语音叫号。`,
	asOf: ({ time }: { time: string }): string => `${time} 的情况，每半分钟自动刷新`,
	takenAt: '取号时间',
	expectedWait: '预计等候',
	waitReason: {
		'window-closed': '等候变长：有窗口暂停服务',
		'others-first': '等候变长：有优先、转办或返回的号码先办理',
		slower: '等候变长：今天办理时间比平时长'
	},
	waitWhere: '等候地点',
	materials: '需带材料',
	leave: '取消排队',
	leaveAsk: '确定取消排队吗？取消后需要重新取号。',
	left: '已为您取消排队',
	alarm: '开启叫号提醒',
	alarmOn: '提醒已开启：叫到您时手机会响铃或振动，请不要关闭此页',
	lookOften: '请不要关闭此页，并留意大厅的屏幕和语音叫号',
	notUpdating: '暂时无法更新，您的号码仍然有效。请留意大厅的屏幕和语音叫号。',
	leaveFailed: '没有取消成功，请再试一次或询问导询台',
	unknown: '没有找到这个号码，请核对小票上的二维码'
};
