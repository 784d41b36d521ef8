/** Words on LED boards: short, and only characters of GB 2312. */
export const boards = {
	drill: '演练',
	window: ({ code }: { code: string }): string => `${code}号窗口`,
	comeTo: ({ window }: { window: string }): string => `请到${window}号窗口`,
	serving: '正在办理',
	welcome: '欢迎光临',
	paused: '暂停服务',
	wrapUp: '整理中请稍候',
	closed: '窗口未开放',
	ended: '今日已结束'
};
