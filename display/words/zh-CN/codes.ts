/** Words of what a code is of that was held before the scanner of a window or a desk. */
export const codes = {
	scanned: '扫码',
	unknown: '这个码不是本大厅的，什么也没有改变。',
	sheet: '请先关闭打开的单子，再扫一次。',
	case: '这是投诉、留言或提问的查询码。',
	seeCase: '看进度（新页面）',
	item: '这是办事指南的码。',
	seeItem: '看办事指南（新页面）',
	appointment: '这是预约码：请来宾到取号机或导询台签到取号。',
	back: ({ number }: { number: string }): string =>
		`补件回来，号码 ${number}，按首次取号的时间排队。没有打印小票，请告诉来宾。`,
	here: '就是当前这位来宾。',
	ahead: ({ count }: { count: number }): string => `前面 ${count} 人`,
	close: '关闭'
};
