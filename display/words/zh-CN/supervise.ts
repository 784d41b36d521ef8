/** Words of the supervisor's page. */
export const supervise = {
	title: '督导台',
	dayOpen: '业务日进行中',
	dayClosed: '已日终',
	state: '状态',
	staff: '工号',
	windowState: { open: '开放', paused: '暂停', 'wrap-up': '整理', closed: '未开放' },
	since: '开始',
	serves: '当前来宾',
	soLong: '用时',
	release: '释放',
	act: { release: '强制释放窗口', end: '日终', open: '撤销日终' },
	releaseTitle: ({ window }: { window: string }): string => `强制释放 ${window}？`,
	releaseWith: ({ number }: { number: string }): string =>
		`窗口将关闭，工作人员将被签退；${number} 回到原来的位置继续等候。`,
	releaseWithout: '窗口将关闭，工作人员将被签退。',
	releaseReason: { left: '离岗未签退', ill: '工作人员身体不适', broken: '电脑或网络故障', other: '其他（请说明）' },
	note: '说明',
	released: ({ window }: { window: string }): string => `${window} 已释放`,
	endMeans: ({ open }: { open: number }): string =>
		open === 0
			? '今天的号码都已办结。日终以后不再发号，空闲的窗口将关闭。'
			: `还有 ${open} 个号码没有办结，将全部以“日终”结束。日终以后不再发号，空闲的窗口将关闭。`,
	openMeans: '可以重新发号。已经以“日终”结束的号码不会恢复，窗口由工作人员自己打开。',
	ended: ({ closed }: { closed: number }): string => `已日终，结束了 ${closed} 个号码`,
	openedAgain: '业务日已恢复，可以取号',
	tab: { balance: '当日平衡', history: '号码经过' },
	count: '重新统计',
	even: '平衡：发出的号码都有结果',
	uneven: ({ open, lost }: { open: number; lost: number }): string =>
		lost === 0 ? `还有 ${open} 个号码没有办结` : `不平衡：${open} 个没有办结，${lost} 个号码查无记录`,
	column: {
		issued: '发出',
		ended: '办结',
		cancelled: '取消',
		missed: '过号',
		expired: '过期',
		void: '作废',
		live: '在办',
		leased: '离线备用',
		lost: '缺失'
	},
	noneIssued: '今天还没有发出号码',
	sum: '合计',
	lost: '查无记录的号码',
	stillOpen: ({ count }: { count: number }): string => `没有办结的号码 ${count} 个`,
	claims: '优先的确认',
	find: '查号码经过',
	historyHint: '输入今天的号码，看它的全部经过。',
	when: '时间',
	what: '操作',
	who: '操作人',
	line: '台账',
	at: ({ window }: { window: string }): string => `（${window} 号窗口）`,
	program: ({ id }: { id: string }): string => `程序 ${id}`,
	actor: { visitor: '来宾本人', system: '系统' },
	acts: {
		ticket: {
			issued: '取号',
			called: '叫号',
			recalled: '重呼',
			'called-out': '口头呼叫',
			started: '开始办理',
			finished: '办结',
			missed: '过号',
			parked: '暂存',
			resumed: '继续办理',
			returned: '恢复排队',
			transferred: '转移',
			'claim-settled': '优先确认',
			cancelled: '取消',
			voided: '作废',
			expired: '结束',
			released: '窗口释放，重新等候',
			freed: '改由各窗口呼叫',
			undone: '撤销'
		},
		slip: {
			reprinted: '补打小票',
			sent: '小票送打印机',
			printed: '小票已打印',
			failed: '小票没有打出',
			unsure: '小票不能确定是否打出'
		}
	},
	order: ({ numbers }: { numbers: string }): string => `依次为：${numbers}`,
	candidate: ({ number, time, minutes }: { number: string; time: string; minutes: number }): string =>
		minutes === 0 ? `${number} 计为 ${time} 取号` : `${number} 计为 ${time} 取号（先行 ${minutes} 分钟）`,
	passed: ({ numbers }: { numbers: string }): string => `被越过的号码：${numbers}`,
	goesTo: ({ place }: { place: string }): string => `转到：${place}`,
	endOfDay: '日终'
};
