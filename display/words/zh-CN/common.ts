import { waitSpan } from '../wait.ts';

/** How long one waits, from and to. */
export function waitRange(wait: { from: number; to: number }): string {
	const { from, to, hours } = waitSpan(wait);
	return `${from}–${to} ${hours ? '小时' : '分钟'}`;
}

/** Words that every page and slip shares. */
export const common = {
	yes: '是',
	no: '否',
	ok: '确定',
	cancel: '取消',
	back: '返回',
	close: '关闭',
	more: '下一页',
	less: '上一页',
	language: '语言',
	loading: '正在加载，请稍候',
	stale: ({ seconds }: { seconds: number }): string => `画面已有 ${seconds} 秒没有更新，正在重新连接`,
	offline: '与服务器的连接中断，正在自动重连，请稍候',
	minutes: ({ minutes }: { minutes: number }): string => `${minutes} 分钟`,
	waitRange,
	waitTold: ({ to }: { to: number }): string => {
		const most = waitSpan({ from: 0, to });
		return `十位来宾中有八位等候不超过 ${most.to} ${most.hours ? '小时' : '分钟'}`;
	},
	waitUnknown: '暂时无法估计',
	people: ({ count }: { count: number }): string => `${count} 人`,
	ahead: ({ count }: { count: number }): string => `前面等待 ${count} 人`,
	nobodyAhead: '前面没有人等待',
	workdays: ({ days }: { days: number }): string => (days === 0 ? '当场办结' : `${days} 个工作日`),
	free: '免费',
	materialKind: { original: '原件', copy: '复印件', form: '表格', electronic: '电子件' },
	required: '必带',
	ifAny: '如有请带',
	windowState: { open: '办理中', paused: '暂停服务', 'wrap-up': '整理中', closed: '未开放' },
	step: {
		waiting: '等候中',
		called: '已叫号',
		serving: '办理中',
		parked: '暂存',
		missed: '已过号',
		ended: '已结束'
	},
	ticketState: {
		live: '有效',
		ended: '已办结',
		missed: '已过号',
		cancelled: '已取消',
		expired: '已过期',
		void: '已作废'
	},
	park: { 'papers-missing': '缺少材料', 'papers-kept': '材料已留存', 'other-step': '待其他环节' },
	priority: '优先',
	claim: { none: '普通', open: '待确认', granted: '本人声明', confirmed: '已确认', refused: '未出示' },
	window: '窗口',
	/** what a window is called that the hall file gives no name */
	windowNo: ({ code }: { code: string }): string => `${code}号窗口`,
	zone: '分厅',
	queue: '队列',
	item: '事项',
	number: '号码',
	staffNumber: '工号'
};
