/** Words of the guide desk. */
export const desk = {
	title: '导询台',
	find: '查号码',
	findHint: '例如 A001 或 a1；告知码取返回号',
	search: '查找',
	nothing: '没有选中号码',
	nothingHint: ({ find, take }: { find: string; take: string }): string =>
		`按 ${find} 输入号码，或在右边的名单里选；按 ${take} 为来宾取号。`,
	takenAt: '取号时间',
	takenAtTime: ({ time }: { time: string }): string => `${time} 取号`,
	soLong: '已过',
	ahead: '前面',
	with: ({ number }: { number: string }): string => `对号码 ${number}`,
	withNone: '对选中的号码',
	duties: '导询台五项职责',
	sheet: {
		answer: '咨询引导',
		priority: '优先服务',
		incident: '突发事件',
		complaint: '投诉',
		loans: '借用',
		services: '便民'
	},
	devicesWell: '设备全部正常',
	deviceState: {
		'paper-low': '纸快用完',
		'paper-out': '没有纸',
		'cover-open': '盖子开着',
		'cutter-jam': '切刀卡住',
		unreachable: '连接不上',
		troubled: '有故障',
		silent: '没有应答',
		mute: '没有声音',
		gone: '不在线'
	},
	verb: {
		take: '为来宾取号',
		arrive: '预约签到取号',
		unbook: '取消预约',
		return: '恢复排队',
		class: '优先',
		transfer: '转移',
		reprint: '补打小票',
		cancel: '取消号码',
		void: '作废'
	},
	takeFor: '为来宾取号：选事项',
	itemHint: '输入事项名称中的字',
	ordinary: '普通',
	notYetSeen: '还没有查看',
	notYetSeenMeans: '先按待确认取号',
	arriveWhich: '预约签到：选今天的预约',
	arriveHint: '输入预约码、时间或事项',
	arriveOrdinary: '改取普通号',
	arriveOrdinaryMeans: '只用于已超过签到时间的来宾，按现在的时间排',
	unbookReason: { asked: '来宾要求取消', mistaken: '预约有误', impossible: '当天不能办理，已告知来宾' },
	book: '为来宾预约（新页面）',
	booked: ({
		booked,
		arrived,
		cancelled,
		missed
	}: Record<'booked' | 'arrived' | 'cancelled' | 'missed', number>): string =>
		`今天的预约：未到 ${booked}，已到 ${arrived}，取消 ${cancelled}，失效 ${missed}`,
	appointmentState: { booked: '已预约', arrived: '已到', cancelled: '已取消', missed: '已失效' },
	noneBooked: '今天没有预约',
	hoardMeans: '可能有人替他人占号。系统不知道是谁，请到现场看一看再处理。',
	hoardPerson: ({ count, items }: { count: number; items: number }): string =>
		`同一人取了 ${count} 个号或预约，涉及 ${items} 个事项`,
	hoardOrigin: ({ count, origin }: { count: number; origin: string }): string =>
		`${origin} 短时间内取出 ${count} 个号，没有人来办理`,
	hoardSlot: ({ time }: { time: string }): string => `预约 ${time}`,
	noneHoarded: '今天没有占号的迹象',
	voidWhy: '作废原因',
	voidReason: { misprint: '打印出错', wrongItem: '取错事项', test: '试机' },
	done: {
		take: ({ number }: { number: string }): string => `已取号 ${number}`,
		arrive: ({ number }: { number: string }): string => `预约已签到，号码 ${number}`,
		unbook: ({ number }: { number: string }): string => `预约 ${number} 已取消`,
		return: ({ number }: { number: string }): string => `${number} 已恢复排队`,
		class: ({ number }: { number: string }): string => `${number} 的优先已登记`,
		transfer: ({ number }: { number: string }): string => `${number} 已转移`,
		reprint: ({ number }: { number: string }): string => `${number} 的小票正在补打`,
		cancel: ({ number }: { number: string }): string => `${number} 已取消`,
		void: ({ number }: { number: string }): string => `${number} 已作废`
	},
	takeUnconfirmed: '取号没有得到答复，不能确定是否已取号。再试一次仍是同一个号码。',
	takeAgain: '再试一次',
	unconfirmed: ({ verb }: { verb: string }): string => `“${verb}”没有得到答复，请看清最新状态后再操作`,
	lists: '名单',
	tab: { hall: '大厅', held: '过号暂存', claims: '待确认', appointments: '预约', hoarding: '占号' },
	noneHeld: '没有过号或暂存的号码',
	noneClaims: '没有待确认的优先',
	slip: {
		queued: '小票：等待打印',
		sent: '小票：正在打印',
		printed: '小票：已打印',
		failed: '小票：没有打出来',
		unsure: '小票：不能确定是否打出'
	},
	noSlip: '没有小票'
};
