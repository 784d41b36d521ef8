/**
 * Words of who somebody is: what is told before a number is taken (个人信息保护法 art. 17), and the ways to give it.
 * Whoever changes what is told raises its version in kiosk/identity/told.ts.
 */
export const identity = {
	title: '告诉我们您是谁',
	titleOptional: '要告诉我们您是谁吗？',
	told: {
		who: '谁在使用',
		whoIs: ({ hall }: { hall: string }): string => `${hall}（本大厅）`,
		why: '用来做什么',
		whyRequired: '此事项按规定实名取号；只用来核对一人一号。',
		whyOptional: '只用来核对一人一号；不提供也能取号。',
		whyArrival: '只用来查找您今天的预约；不提供，也可以用预约码取号。',
		what: '用到哪些信息',
		whatIs: '只用证件号码。姓名、住址、照片不读取；号码不显示全、不打印。',
		keep: '保存多久',
		keepIs: '号码不保存。由它算出的一串密文只在当天有效，无法还原。',
		rights: '您的权利',
		rightsIs: '可以不提供；可以到导询台查询、更正或删除。'
	},
	version: ({ version }: { version: string }): string => `告知书版本 ${version}`,
	lay: '放身份证',
	type: '输入号码',
	without: '不提供，直接取号',
	byDesk: '不愿在这里提供？导询台核对证件后为您取号。',
	layNow: '请把身份证放在阅读区，不要移开',
	layHint: '读到号码后，本机立即停止读取。',
	again: '没有读出来。请拿起身份证，再放一次。',
	absent: '阅读器暂时不能用，请输入号码。',
	waited: '没有读到证件。',
	tryAgain: '再读一次',
	read: '已读到，请收好身份证',
	readIs: '证件号码',
	typeInstead: '改为输入号码',
	elder: '您已满 60 周岁，可以优先。',
	elderHint: '选哪个都可以；年龄不会被记录。',
	asElder: '优先取号',
	asAnybody: '按普通取号',
	wrong: {
		sum: '号码有误：请核对每一位，包括最后一位。',
		birth: '号码中的出生日期不存在，请核对第 7 到 14 位。',
		future: '号码中的出生日期晚于今天，请核对第 7 到 14 位。'
	}
};
