/** Words of the sign-in page. */
export const signin = {
	title: '工作人员签到',
	staffNumber: '工号',
	password: '密码',
	window: '窗口',
	taken: ({ no }: { no: string }): string => `有人，工号 ${no}`,
	noWindow: '不在窗口',
	signIn: '签到',
	signingIn: '正在签到',
	linkTitle: '首次签到',
	setPassword: '设置密码',
	newPassword: '新密码',
	repeatPassword: '再输一次',
	passwordRule: ({ atLeast }: { atLeast: number }): string => `至少 ${atLeast} 个字符`,
	passwordsDiffer: '两次输入的密码不同',
	signedInAs: ({ no }: { no: string }): string => `已签到，工号 ${no}`
};
