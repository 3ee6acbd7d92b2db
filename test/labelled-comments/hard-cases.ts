import type { LabelledComment } from './labelled-comment';

const good = (name: string, body: string): LabelledComment => ({ name, body, spam: false, family: 'hard' });
const spam = (name: string, body: string): LabelledComment => ({ name, body, spam: true, family: 'hard' });

/** Written by hand to be near the line, from both sides; the filter never learns from them. */
export const hardCases: readonly LabelledComment[] = [
  good('Marta', 'Great article. I bookmarked it for my class on local history.'),
  good('Jonas', 'I earn 1,900 a month as a nurse. After rent and the loan for the car nothing is left.'),
  good('A reader', 'Casinos pay no local tax here? Then why did the council vote for the bonus scheme?'),
  good('Tom', 'The betting shop next to the school has a sign “free spins on Sunday”. How is that legal?'),
  good(
    'Ines',
    'My aunt fell for the “recovery expert” trick and paid twice. Please write about these people on Telegram and WhatsApp.',
  ),
  good('Piet', 'Bitcoin at 30 % of the reserve is not an investment strategy, it is a bet with our money.'),
  good(
    'Dr Okafor',
    'As a doctor I see two men a week who ordered pills online without prescription. Half of them contain nothing, the rest too much.',
  ),
  good(
    'Lena',
    'Visit the exhibition while you can, it is free on Thursdays: https://museum-harbour.example/hours',
  ),
  good('Sam', 'Work from home is easy to preach from a house with a garden.'),
  good('Ruth', 'CALL YOUR COUNCILLOR. The number is on the town page. It takes two minutes!!!'),
  good('Olek', 'Click bait headline, decent article.'),
  good('Nadia', 'I lost 20 pounds in hospital, and not by a diet. The food is that bad.'),
  good('Karl', 'Where can one watch the match? The public channel shows cooking.'),
  good('Beatrix', 'The passport office told me to apply online, the page told me to apply at the office.'),
  good('Yusuf', 'Followers are not voters. The mayor buys likes, everybody knows it.'),
  good('Grace', 'The love of my life left this town for work. I stayed. Thank you for this column.'),
  good(
    'H.',
    'Loan sharks in three streets, and the savings bank closes its branch. Of course people go to them.',
  ),
  good('Elin', 'Which SEO agency wrote that statement of the airport? Every word a keyword.'),
  good(
    'Victor',
    'Write to us at the tenants’ union, tenants@oldtown.example, if your heating is off. Meeting on Monday at seven.',
  ),
  good('Aoife', 'Is the essay prize open to adults too? My daughter says no, the rules say nothing.'),
  good(
    'Dana',
    'http://council.example/agenda.pdf page 3 and http://council.example/budget.pdf page 40, side by side. Then tell me that nobody knew.',
  ),
  good('Mo', 'They promise jobs, jobs, jobs, 500 a day at the building site. I counted 40.'),
  good(
    'Ada',
    'My phone was cloned last year, the provider gave me a new number and an apology, nothing more.',
  ),
  good('Finn', 'Replica trams for tourists while real ones rust. Luxury!'),
  good('Ursula', 'Winner of the week: the lawyer. Loser: everybody who paid for the bridge.'),
  good('Pavel', 'Лучше бы починили мост, чем строили ещё одно казино.'),
  good('Emi', '薬局が閉まって困っています。隣町まで行くしかありません。'),
  good('Bo', 'lol'),
  good('Nils', '???'),
  good('Clara', 'Subscribe to the paper, people. Journalism costs money.'),
  spam(
    'Anna',
    'Such a thoughtful piece. It reminded me how a simple method helped my family pay the debts within a month. Ask me how, I answer on Telegram @anna_helps.',
  ),
  spam(
    'Best Roofing',
    'The council should look at quality roofs. We at Best Roofing cover all areas, free quote, call 0800 555 0199.',
  ),
  spam(
    'jenny',
    'I was sceptical about the tram as well, but not about this: https://daily-wins.example pays within the hour.',
  ),
  spam(
    'Robert',
    'Interesting points. Similar topics are discussed in depth at my web page https://steel-doors.example/en/catalogue',
  ),
  spam('Lucky', 'yesterday 40, today 900, who else is in? lucky-spin dot example'),
  spam(
    'Maria',
    'Your journalist forgets that doctors hide the tea that cured my sugar. Write to herbal.maria@mail.example.',
  ),
  spam(
    'Nice',
    'I really appreciate this post. I have been looking everywhere for this! Thank goodness I found it on Bing.',
  ),
  spam('k', 'https://a1.example https://a2.example https://a3.example https://a4.example'),
  spam('Helpdesk', 'If the ticket machine took your card, dial 1-888-555-0117, our agents refund at once.'),
  spam(
    'Oliver',
    'Agree. By the way my licence came without any exam, real and registered, ask docs@fastpapers.example',
  ),
  spam(
    'Steve',
    'As a retired officer I trade two hours a day with Mrs Lindqvist and sleep well. Look her up on WhatsApp +1 555 0142 777.',
  ),
  spam('writer', 'Students, do not waste the summer. Papers from 9 a page, on time, papers-on-time.example'),
  spam('Ivan', 'Сайт с лучшими ценами на окна https://okna.example звоните прямо сейчас'),
  spam('w', '[b]free[/b] [url=https://x.example]x[/url]'),
  spam('Sophie', 'My profile is hidden here, find me as sophie_private on that other app, tonight only.'),
  spam(
    'Investor',
    'Hello sir, we fund projects like this bridge from 1 million up, 2 % a year, write finance@global-fund.example.',
  ),
  spam('fan', 'match link >>> tinylink.example/final <<< full hd'),
  spam(
    'Neighbour',
    'Mould in the flat? So had I. One spray from moldaway.example and gone, code TRAM10 saves ten per cent.',
  ),
  spam(
    'Carl',
    'The pharmacy in the story is expensive, mine is not: no papers asked, parcel in four days, www.med-parcel.example',
  ),
  spam(
    'Amy',
    'Anyone who feels used by a liar should read his messages as I did, cyber_amy@mail.example does it in a day.',
  ),
];
