/** Words of a kiosk out of order or out of hours: what is so, and what to do instead. */
export const offline = {
	openToday: ({ time }: { time: string }): string => `今天 ${time}`,
	openTomorrow: ({ time }: { time: string }): string => `明天 ${time}`,
	openOn: ({ weekday, date, time }: { weekday: string; date: string; time: string }): string =>
		`${weekday}（${date}）${time}`,
	opensAgain: ({ when }: { when: string }): string => `${when} 开始取号`,
	stillServed: '现在仍可查看事项和材料、查询进度、留言、投诉和评价。',
	cause: {
		network: '本机连不上大厅系统',
		starting: '大厅系统正在启动，请稍候',
		server: '大厅系统暂时出错',
		database: '大厅系统的数据库暂时不可用'
	},
	causeNote: {
		network: '网络或服务器恢复后，本机会自动恢复，不用操作。',
		starting: '一般一两分钟就好，本机会自动恢复，不用操作。',
		server: '工作人员已可看到这一情况，本机会自动恢复，不用操作。',
		database: '工作人员已可看到这一情况，本机会自动恢复，不用操作。'
	},
	numbersSafe: '已经取到的号码仍然有效，请照常等候叫号。',
	unanswered: '您刚才取的号还没有收到答复。恢复后按“再试一次”，不会重复取号。',
	instead: '您可以',
	otherKiosk: ({ name }: { name: string }): string => `到${name}取号`,
	desk: ({ name }: { name: string }): string => `到${name}取号、咨询`,
	deskPhone: ({ name, phone }: { name: string; phone: string }): string => `到${name}取号、咨询（电话 ${phone}）`,
	askStaff: '请大厅工作人员帮助取号',
	stillGives: '仍可取号：部分事项本机还能给号',
	look: '查看事项和材料',
	more: '开放时间、地点和电话',
	daysOf: ({ from, to }: { from: string; to: string }): string => (from === to ? from : `${from}至${to}`),
	lent: '本机可取号',
	counted: '本机已恢复连线，您的号码已开始排队，请留意屏幕和语音叫号。',
	asOf: ({ when }: { when: string }): string => `以下内容为 ${when} 的资料，可能已有变化；等候人数和时间现在不能显示`,
	hours: '开放时间',
	special: '近期休息和调休',
	closed: '休息',
	holiday: ({ name }: { name: string }): string => `${name}，休息`,
	places: '地点和电话',
	phone: ({ phone }: { phone: string }): string => `电话 ${phone}`,
	address: ({ address }: { address: string }): string => `地址：${address}`,
	notHere: '此事项现在不能在本机取号',
	notHereIdentity: '此事项须核验身份，断线时不能在本机取号',
	notHereShut: '此事项现在不是取号时间',
	notHereUsedUp: '本机备用的号码已用完',
	take: '取号（离线）',
	takeNote: '本机没有连上大厅系统，给出的是预留的号码：不出小票，请务必拍下号码和二维码。',
	taken: '请拍下您的号码',
	counts: '现在还不能叫到这个号码。本机恢复连线后，号码按您现在取号的时间排队，请留意屏幕和语音叫号。',
	countsDesk: ({ name }: { name: string }): string => `等得久了，请把拍下的号码给${name}看。`,
	takenAt: ({ time }: { time: string }): string => `取号时间 ${time}`,
	scanLater: '恢复连线后，扫码可查看排队进度',
	photographed: '我已拍下，完成',
	printer: {
		'paper-out': '打印机缺纸，取号不出小票',
		'cover-open': '打印机盖子没有关好，取号不出小票',
		gone: '打印机没有连上，取号不出小票',
		trouble: '打印机有故障，取号不出小票'
	},
	printerNote: '仍可取号：号码和二维码会大字显示，请拍下或扫码。',
	printerOther: ({ name }: { name: string }): string => `需要小票，请到${name}取号。`,
	pending: {
		title: ({ number }: { number: string }): string => `您的号码 ${number} 已预留`,
		note: '取号机断线时给的号码，要等那台取号机恢复连线后才开始排队，按您取号的时间计算。',
		voided: '这个号码没能排上队，已经作废。请到导询台说明，由工作人员安排。'
	}
};
