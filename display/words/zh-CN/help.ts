/** Words of calls for help, for whoever calls and for the desk. */
export const help = {
	call: '呼叫帮助',
	isCalled: '已呼叫',
	isComing: '有人正来',
	title: '呼叫帮助',
	called: '已通知导询台，请在此稍候。',
	coming: ({ staff }: { staff: string }): string => `工作人员 ${staff} 号正在赶来，请在此稍候。`,
	over: { there: '工作人员已到。', 'called-off': '已取消呼叫。' },
	failed: '没有通知到导询台，请再试一次，或直接到导询台。',
	what: '您需要：',
	whats: { staff: '工作人员', volunteer: '志愿者', 'sign-language': '手语服务', wheelchair: '轮椅' },
	callOff: '不需要了',
	again: '再试一次',
	close: '继续办理',
	atDesk: '求助',
	line: ({ place, what }: { place: string; what: string }): string => `${place}：需要${what}`,
	go: '我去',
	there: '已到',
	by: ({ staff }: { staff: string }): string => `${staff} 正在前往`,
	number: ({ number }: { number: string }): string => `号码 ${number}`,
	silent: '本页没有铃声：按任意键或点一下即可打开'
};
