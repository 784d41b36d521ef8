/** Words of what calls for somebody. */
type About = Readonly<Record<string, string | number | null>>;

/** What stands in a place of the sentence; a dash for what is not known. */
const at = (about: About, name: string): string => String(about[name] ?? '－');

const CAUSES: Readonly<Record<string, string>> = {
	'paper-out': '缺纸',
	'cover-open': '上盖打开',
	'cutter-jam': '切刀卡住',
	'head-up': '打印头抬起',
	jam: '卡纸',
	overheated: '过热',
	unreachable: '连不上',
	silent: '无应答',
	gone: '已全部停用',
	'behind-agent': '代理程序离线'
};

const printerCause = (about: About): string => CAUSES[at(about, 'cause')] ?? '故障';

export const alarms = {
	title: '告警',
	see: '知道了',
	since: ({ time }: { time: string }): string => `已 ${time}`,
	seenBy: ({ staff }: { staff: string }): string => `${staff} 已知`,
	none: '没有告警',
	kind: {
		'window-unattended': '窗口开着却无人办理',
		'service-long': '办理时间过长，请看看是否需要帮助',
		'pause-over': '暂停已超过预计时间',
		'wrap-up-long': '整理时间过长',
		'cover-missing': (about: About): string => `本岗与 B 岗（${at(about, 'standIn')} 号窗口）都没有开`,
		'notice-soon': (about: About): string => `${at(about, 'number')} 收件后须在 ${at(about, 'by')} 前一次性告知`,
		'notice-late': (about: About): string => `${at(about, 'number')} 逾期未告知，视为受理`,
		'second-notice': (about: About): string => `${at(about, 'number')} 同一事项再次告知`,
		'case-overdue': (about: About): string => `${at(about, 'code')} 已超过期限`,
		'case-escalated': (about: About): string => `${at(about, 'code')} 已上报`,
		'rating-unowned': '有一条差评无人可负责，请增设督导人员',
		incident: (about: About): string =>
			`突发事件 ${at(about, 'code')}：${at(about, 'zh')}（${at(about, 'severity')} 级）${about['from'] ? `，${at(about, 'from')} 号窗口静默求助` : (about['zoneZh'] ?? '')}`,
		'incident-late': (about: About): string =>
			`突发事件 ${at(about, 'code')} 超过时限，已上报第 ${at(about, 'level')} 级`,
		'loan-overdue': (about: About): string => `${at(about, 'zh')}（${at(about, 'whom')}）逾期未还`,
		'goods-expiring': (about: About): string =>
			`${at(about, 'zh')}里的${at(about, 'contentZh')} ${at(about, 'until')} 到期`,
		'service-crowded': (about: About): string => `${at(about, 'zh')}等候 ${at(about, 'waiting')} 人，请疏导`,
		'kiosk-away': (about: About): string => `${at(about, 'zh')}没有连线，已 ${at(about, 'minutes')} 分钟`,
		'call-unspoken': (about: About): string =>
			`${at(about, 'zh')}的叫号没能播报（${at(about, 'number')}，${at(about, 'at')} 号窗口），请人工喊号`,
		'lease-late': (about: About): string =>
			`取号机 ${at(about, 'device')} 给出的离线号码 ${at(about, 'numbers')} 没能排上队，已作废：持这些号码的来宾请人工安排`,
		complaint: (about: About): string => `${at(about, 'code')} 来宾投诉，由 ${at(about, 'owner')} 负责`,
		'complaint-urgent': (about: About): string =>
			`紧急投诉 ${at(about, 'code')}，半小时内开始核查，${at(about, 'owner')} 负责`,
		'complaint-unowned': '有一件投诉无人可公正办理，请增设督导人员',
		unsolved: (about: About): string => `${at(about, 'code')} 办不成事，今天内首次答复，由 ${at(about, 'owner')} 负责`,
		'unsolved-tell': (about: About): string => `${at(about, 'code')} 明天到期：到期前请把进展和原因告诉来宾`,
		'unsolved-unregistered': (about: About): string =>
			`${at(about, 'number')} 在办不成事窗口办结，但没有登记（${at(about, 'staff')}），请补登记`,
		'knowledge-ending': (about: About): string => `知识库“${at(about, 'title')}”${at(about, 'until')} 到期，请更新`,
		'knowledge-expired': (about: About): string => `知识库“${at(about, 'title')}”已过期`,
		'note-unread': (about: About): string => `${at(about, 'count')} 处尚未阅读第 ${at(about, 'note')} 号内部通知`,
		'round-missed': (about: About): string => `${at(about, 'day')} ${at(about, 'round')} 没有按时完成`,
		'phone-system-down': (about: About): string => `电话系统未接通（${at(about, 'where')}）`,
		'phone-message-failed': (about: About): string => `${at(about, 'staff')} 发送的答复未送出`,
		'nuisance-proposed': (about: About): string => `${at(about, 'code')} 骚扰来电待确认`,
		'printer-down': (about: About): string => `${at(about, 'zh')}${printerCause(about)}，同组打印机已接替`,
		'printers-none': (about: About): string => `打印机组 ${at(about, 'zh')} 打不出小票（${printerCause(about)}）`,
		'paper-soon': (about: About): string => `${at(about, 'zh')}的纸快用完，请备好新纸卷`,
		'board-dead': (about: About): string => `${at(about, 'zh')}没有应答，请看电源和接线`,
		'bus-dead': (about: About): string => `条屏总线 ${at(about, 'zh')} 不通，总线上的条屏都不更新`,
		'screen-silent': (about: About): string =>
			about['cause'] === 'mute' ? `${at(about, 'zh')}放不出声音` : `${at(about, 'zh')}已离线`,
		'agent-gone': (about: About): string => `代理程序 ${at(about, 'zh')} 已离线，它带的设备都停了`,
		'device-down': (about: About): string => `${at(about, 'zh')}连不上，请看电源和接线`
	}
};
