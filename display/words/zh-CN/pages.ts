/** Words of the list of pages and of the page for what went wrong. */
export const pages = {
	visitors: '来宾使用',
	screens: '屏幕',
	staff: '工作人员使用',
	kiosk: '取号机',
	kioskWhat: '选分厅，选事项，取号',
	book: '预约办事',
	bookWhat: '在手机上预约时段，到大厅签到取号',
	signInWhat: '用工号和密码签到到一个窗口',
	consoleWhat: '叫号、办理、暂存、转移；签到以后使用',
	deskWhat: '查号码、恢复、转移、优先确认、为来宾取号；导询岗签到以后使用',
	superviseWhat: '看窗口、强制释放、日终与平衡、号码经过；督导签到以后使用',
	rate: '评价屏（窗口上的平板）',
	papersWhat: '纸质评价表两人各录一遍；导询岗、督导签到以后使用',
	start: '全部页面',
	wrong: { missing: '没有这个页面', forbidden: '需要先签到', broken: '页面暂时无法显示' },
	wrongHelp: {
		missing: '请检查网址，或从“全部页面”进入。',
		forbidden: '这个页面只给有权限的工作人员使用，请用自己的工号签到。',
		broken: '请稍候再试；仍然不行，请联系管理员。来宾请到导询台咨询。'
	}
};
