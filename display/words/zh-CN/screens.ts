/** Words of the hall screen and the window screen. */
export const screens = {
	calling: '正在叫号',
	recent: '刚刚叫过',
	next: '下一位',
	waiting: '等候',
	waitingPeople: ({ count }: { count: number }): string => `等候 ${count} 人`,
	number: '号码',
	window: '窗口',
	pleaseGo: ({ number, window }: { number: string; window: string }): string => `请 ${number} 到${window}`,
	noCalls: '暂无叫号',
	nobodyWaiting: '无人等候',
	notices: '通知',
	staff: ({ no }: { no: string }): string => `工号 ${no}`,
	serving: '正在办理',
	windowOpen: '欢迎办理',
	windowPaused: '暂停服务，请稍候',
	windowClosed: '本窗口未开放',
	soundRefused: '本屏未获准播放声音，请点按屏幕开启；叫号请看屏幕',
	soundFailed: '本屏声音故障，叫号请看屏幕',
	enableSound: '开启声音',
	unknownZone: '没有这个分厅，请检查网址',
	unknownWindow: '没有这个窗口，请检查网址'
};
