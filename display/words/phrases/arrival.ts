import type { SituationFacts } from './phrase.ts';

/** From the first word to knowing what it is about. */
export const ARRIVAL = {
	greet: {
		name: { zh: '迎接问候', en: 'Greeting' },
		pinyin: 'ying jie wen hou',
		clause: 'N0 3, N2 a1.1, N3 a1.1, N4 1.1, 2.3',
		phrases: [
			{
				zh: '您好，欢迎您，请坐。请问您办理什么业务？',
				en: 'Good day and welcome, please sit down. How may I help you?'
			},
			{
				zh: '早上好，欢迎您，请坐。请问您办理什么业务？',
				en: 'Good morning, please sit down. How may I help you?',
				when: { part: 'morning' }
			},
			{
				zh: '中午好，请坐。请问您办理什么业务？',
				en: 'Good day, please sit down. How may I help you?',
				when: { part: 'noon' }
			},
			{
				zh: '下午好，请坐。请问您办理什么业务？',
				en: 'Good afternoon, please sit down. How may I help you?',
				when: { part: 'afternoon' }
			},
			{
				zh: '晚上好，请坐。请问您办理什么业务？',
				en: 'Good evening, please sit down. How may I help you?',
				when: { part: 'evening' }
			},
			{
				zh: '您好，祝您{festival}愉快，请坐。请问您办理什么业务？',
				en: 'Welcome, and our best wishes for {festival}. How may I help you?',
				when: { festive: true }
			},
			{
				zh: '您好，您又来了，请坐。上次的材料带来了吗？我接着为您办。',
				en: 'Good day, welcome back. Have you brought the papers? We go on from where we stopped.',
				when: { visit: 'return' }
			},
			{
				zh: '您好，让您久等了，请坐。请问您办理什么业务？',
				en: 'Good day, I am sorry that you had to wait. How may I help you?',
				when: { waited: true }
			},
			{
				zh: '您好，请先坐下，不着急。您慢慢说，我来为您办。',
				en: 'Good day, please take a seat first. Take your time, I am here for you.',
				when: { priority: true }
			},
			{
				zh: '老人家您好，请坐，您慢慢说。要不要我说得大声一点？',
				en: 'Good day, please sit down and take your time. Shall I speak a little louder?',
				when: { elder: true }
			},
			{
				zh: '您好，请坐。您反映的事我来听，请您慢慢说。',
				en: 'Good day, please sit down. I will listen to what you wish to report; take your time.',
				when: { complaint: true }
			},
			{
				zh: '您好，这里是{hall}{window}，工号 {staff}，很高兴为您服务。',
				en: 'Good day, this is {hall}, {window}, staff number {staff}. How may I help you?',
				when: { medium: 'telephone' }
			},
			{
				zh: '您好！欢迎您。我用文字和您交流，请把您要办的事写给我。',
				en: 'Good day and welcome. We can talk in writing: please write down what you need.',
				when: { medium: 'text' }
			}
		]
	},
	address: {
		name: { zh: '请问称呼', en: 'How to address' },
		pinyin: 'qing wen cheng hu',
		clause: 'N0 3.2, N4 2.3',
		phrases: [
			{ zh: '请问怎么称呼您？', en: 'How may I address you?' },
			{ zh: '请问您贵姓？', en: 'May I ask your name?', when: { medium: 'telephone' } },
			{ zh: '老人家，我怎么称呼您合适？', en: 'How would you like me to address you?', when: { elder: true } }
		]
	},
	'late-answer': {
		name: { zh: '接听迟了', en: 'Answered late' },
		pinyin: 'jie ting chi le',
		clause: 'N0 9',
		phrases: [
			{
				zh: '对不起，让您久等了。这里是{hall}，工号 {staff}，请讲您的需要。',
				en: 'I am sorry that you had to wait. This is {hall}, staff number {staff}. How may I help you?'
			},
			{
				zh: '抱歉，刚才正在接待来宾，让您久等了。请问有什么可以帮您？',
				en: 'I apologise, I was with a visitor. How may I help you?',
				when: { waited: true }
			}
		]
	},
	'wrong-place': {
		name: { zh: '打错或走错', en: 'Wrong number or window' },
		pinyin: 'da cuo huo zou cuo',
		clause: 'N0 3.3, N2 a2.2, N4 2.2',
		phrases: [
			{
				zh: '没关系，这里办理的是别的业务，您的事请到{next}，我告诉您怎么走。',
				en: 'That is quite all right. Your matter is dealt with at {next}; I will show you the way.'
			},
			{
				zh: '没关系，这里是{hall}。您要找的电话我帮您查一下，请稍等。',
				en: 'That is quite all right, this is {hall}. Let me look up the number that you need.',
				when: { medium: 'telephone' }
			}
		]
	},
	silent: {
		name: { zh: '听不到声音', en: 'Nobody heard' },
		pinyin: 'ting bu dao sheng yin',
		clause: 'N0 4.1-2, N2 a2.2, N3 a1.2.16',
		phrases: [
			{ zh: '您好，我听不到您的声音，请您说话试一试。', en: 'Hello, I cannot hear you; please try to speak.' },
			{
				zh: '您好，还是听不到您的声音，请您稍后再打，或换一部电话打来，谢谢。',
				en: 'I still cannot hear you. Please call again, or from another telephone. Thank you.',
				when: { waited: true }
			}
		]
	},
	'unclear-voice': {
		name: { zh: '声音不清', en: 'Unclear voice' },
		pinyin: 'sheng yin bu qing',
		clause: 'N2 a2.2, N3 a1.2.13-14',
		phrases: [
			{
				zh: '对不起，我没有听清，请您再说一遍，好吗？',
				en: 'I am sorry, I did not catch that. Could you please say it again?'
			},
			{
				zh: '对不起，声音有点小，请您靠近话筒一点，好吗？我也大声一点。',
				en: 'I am sorry, the line is faint. Could you speak closer to the telephone? I will speak up, too.',
				when: { medium: 'telephone' }
			}
		]
	},
	dialect: {
		name: { zh: '听不懂方言', en: 'Dialect' },
		pinyin: 'ting bu dong fang yan',
		clause: 'N2 a2.2, N3 a1.2.15',
		phrases: [
			{
				zh: '对不起，这句方言我没有听懂，请您用普通话说，好吗？',
				en: 'I am sorry, I do not follow this dialect. Could you say it in Mandarin?'
			},
			{
				zh: '请陪您来的家人帮忙说，可以吗？我也请一位懂方言的同事过来。',
				en: 'May the person with you speak for you? I will also ask a colleague who knows the dialect.',
				when: { elder: true }
			}
		]
	},
	'slow-speaker': {
		name: { zh: '叙述较慢', en: 'Slow account' },
		pinyin: 'xu shu jiao man',
		clause: 'N0 20, N2 a2.2',
		phrases: [
			{
				zh: '您慢慢说，我在听，也帮您记下来。',
				en: 'Please take your time. I am listening, and I write it down for you.'
			},
			{
				zh: '我把您说的归纳一下，您看对不对。',
				en: 'Let me sum up what you said; please tell me whether it is right.',
				when: { waited: true }
			},
			{
				zh: '老人家不着急，想到哪里说到哪里，我帮您理一理。',
				en: 'There is no hurry; tell it as it comes to you, and I will put it in order.',
				when: { elder: true }
			}
		]
	},
	interrupt: {
		name: { zh: '需要打断', en: 'Must interrupt' },
		pinyin: 'xu yao da duan',
		clause: 'N0 4.4, N2 a1.2',
		phrases: [
			{
				zh: '对不起，我可以打断您一下吗？有一点我想先核对。',
				en: 'I am sorry, may I interrupt you? There is one point that I would like to check first.'
			},
			{
				zh: '不好意思，请允许我先问一句，问完您接着说。',
				en: 'Excuse me, may I ask one thing first? Please go on afterwards.',
				when: { complaint: true }
			}
		]
	},
	confirm: {
		name: { zh: '复述确认', en: 'Restating' },
		pinyin: 'fu shu que ren',
		clause: 'N2 a1.2, N3 a1.2.2',
		phrases: [
			{
				zh: '我复述一下您的需要，请您看看对不对。',
				en: 'Let me say in my words what you need; please tell me whether it is right.'
			},
			{
				zh: '您的需要我写在屏幕上了，请您看看对不对。',
				en: 'I have written on the screen what you need; please tell me whether it is right.',
				when: { medium: 'text' }
			}
		]
	},
	'need-details': {
		name: { zh: '请留信息', en: 'Details needed' },
		pinyin: 'qing liu xin xi',
		clause: 'N1, N2 a1.2, N3 a1.2.1',
		phrases: [
			{
				zh: '为了把结果告诉您，想请您留下姓名和电话，是否留下由您决定。',
				en: 'So that we can tell you the result, may we have your name and number? It is up to you.'
			},
			{
				zh: '为了核实情况并答复您，想请您留下联系方式；您也可以匿名。',
				en: 'So that we can look into it and answer you, may we have your contact? You may also stay anonymous.',
				when: { complaint: true }
			}
		]
	}
} satisfies Record<string, SituationFacts>;
