/** Words of the ticket's page on the visitor's own phone. */
export const phone = {
	title: '我的号码',
	yourTurn: ({ window }: { window: string }): string => `请到 ${window}`,
	calledHint: '正在叫您的号码，请现在前往',
	waiting: '正在排队，请留意叫号',
	soon: '快到您了，请回到等候区',
	serving: '正在为您办理',
	parked: '已为您暂存，窗口会再叫您',
	missed: '您已过号，请到导询台恢复排队',
	ended: '已办结，欢迎再来',
	cancelled: '此号码已取消',
	expired: '此号码仅当日有效，已过期',
	voided: '此号码已作废，请到导询台重新取号',
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
