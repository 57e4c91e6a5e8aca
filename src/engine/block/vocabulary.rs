//! The vocabulary of saved pages: buttons, list headings, prompts, credits. Words only tip the scales; where a line
//! stands and how it is built decide as well (see [`super::line`] and [`super::body`]).

use super::words::Phrases;

/// What the whole of a short line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// A button, a menu word, a logo word.
    Button,
    /// The heading of a list of links.
    List,
    /// The heading of the readers' comments.
    Comments,
    /// The byline's or time stamp's opening.
    Stamp,
    /// A photo credit's opening.
    Credit,
    /// The rights line's opening.
    Rights,
    /// A note of the newsroom on its own text: a correction, an editor's note.
    Note,
    /// Words that begin a request to the reader.
    Request,
    /// A function word.
    Function,
    /// A word of dates and times.
    Time,
    /// What somebody does for a newspaper.
    Trade,
    /// Words that only furniture says, wherever they stand in a line.
    Pitch,
    /// Words that point at a picture or its maker.
    Picture,
    /// The heading of references and the like.
    End,
}

/// Whole lines that are furniture.
const BUTTONS: &str = "
    home\n home page\n homepage\n news\n latest\n latest news\n world\n world news\n us\n u s\n uk\n politics\n business\n economy\n
    markets\n money\n tech\n technology\n science\n health\n sport\n sports\n culture\n arts\n lifestyle\n life\n style\n travel\n
    food\n opinion\n opinions\n editorial\n editorials\n weather\n video\n videos\n photos\n pictures\n podcast\n podcasts\n games\n
    crossword\n local\n local news\n asia\n europe\n africa\n americas\n middle east\n asia pacific\n environment\n climate\n education\n
    entertainment\n investigations\n magazine\n jobs\n obituaries\n classifieds\n shop\n events\n live\n live tv\n watch live\n
    listen live\n on air\n radio\n tv\n more\n see more\n show more\n show less\n load more\n view more\n view all\n see all\n all\n
    expand\n collapse\n menu\n main menu\n navigation\n navigation menu\n toggle navigation\n sections\n search\n search site\n
    sign in\n sign up\n sign out\n log in\n login\n log out\n register\n my account\n account\n profile\n settings\n subscribe\n
    subscribe now\n subscribers only\n subscriber only\n premium\n free trial\n donate\n donate now\n contribute\n support us\n
    newsletter\n newsletters\n e paper\n epaper\n edition\n editions\n international edition\n us edition\n uk edition\n english\n
    language\n skip to content\n skip to main content\n skip to navigation\n skip advertisement\n skip ad\n skip\n back\n
    back to top\n go back\n top\n next\n previous\n prev\n next article\n previous article\n next story\n previous story\n close\n
    open\n cancel\n ok\n okay\n yes\n no\n accept\n accept all\n accept all cookies\n accept cookies\n i accept\n agree\n i agree\n
    reject\n reject all\n decline\n manage preferences\n manage cookies\n cookie settings\n cookie preferences\n cookies settings\n
    cookie policy\n cookies\n privacy\n privacy policy\n privacy notice\n terms\n terms of use\n terms of service\n
    terms and conditions\n terms conditions\n about\n about us\n contact\n contact us\n advertise\n advertise with us\n careers\n
    help\n help center\n faq\n faqs\n sitemap\n site map\n accessibility\n accessibility statement\n corrections\n
    do not sell my personal information\n do not sell or share my personal information\n your privacy choices\n ad choices\n
    adchoices\n imprint\n rss\n masthead\n code of ethics\n archive\n archives\n back issues\n share\n tweet\n pin\n pin it\n post\n share this\n share article\n
    share this article\n share this story\n share story\n share this page\n share on\n share via\n share options\n sharing options\n
    share on facebook\n share on twitter\n share on x\n share on linkedin\n share on whatsapp\n share via email\n share by email\n
    share to facebook\n share to twitter\n share full article\n share link\n copy link\n copy\n link copied\n copied\n
    copy link to clipboard\n link copied to clipboard\n print\n print article\n print this article\n print page\n email\n e mail\n
    email this article\n email article\n mail\n save\n saved\n save article\n save for later\n save this story\n save story\n bookmark\n
    add to bookmarks\n bookmarked\n read later\n gift\n gift article\n gift this article\n give this article\n like\n likes\n liked\n
    dislike\n reply\n report\n recommend\n flag\n vote\n upvote\n downvote\n follow\n following\n follow us\n follow us on\n follow topic\n
    followers\n facebook\n twitter\n x\n instagram\n youtube\n tiktok\n linkedin\n reddit\n whatsapp\n telegram\n pinterest\n tumblr\n
    flipboard\n pocket\n messenger\n threads\n bluesky\n mastodon\n snapchat\n line\n wechat\n weibo\n google\n google news\n apple news\n
    notifications\n enable notifications\n turn on notifications\n advertisement\n advertisements\n advertising\n ad\n ads\n
    ad feedback\n sponsored\n sponsored content\n sponsored by\n paid content\n paid post\n promoted\n promotion\n partner content\n
    story continues below\n story continues below advertisement\n article continues below\n article continues below advertisement\n
    article continues after advertisement\n story continues after advertisement\n advertisement continue reading\n
    advertisement scroll to continue\n scroll to continue\n scroll down to continue\n continue reading\n continue reading below\n
    keep reading\n continue reading the main story\n advertisement article continues below this ad\n
    article continues below this ad\n remove ads\n loading\n please wait\n image\n images\n photo\n enlarge\n enlarge image\n
    view image\n open image\n view gallery\n gallery\n open gallery\n open image in gallery\n fullscreen\n full screen\n toggle caption\n
    hide caption\n caption\n show caption\n view fullscreen\n view image in fullscreen\n play\n play video\n pause\n mute\n unmute\n
    watch\n watch video\n watch now\n watch the video\n listen\n listen now\n listen to article\n listen to this article\n
    listen to the article\n listen to this story\n audio\n transcript\n download\n download app\n download the app\n get the app\n
    download our app\n get our app\n app store\n google play\n play store\n app storeplay store\n get started\n learn more\n
    find out more\n click here\n read full story\n read full article\n read the full story\n read the full article\n full story\n
    read in app\n open in app\n view in app\n orange background\n background\n logo\n icon\n banner\n avatar\n placeholder\n
    a aa\n a a a\n text size\n font size\n small text\n medium text\n large text\n translate\n select language\n dark mode\n
    featured\n exclusive\n breaking\n breaking news\n developing\n updated\n new\n opens in new window\n opens in a new tab\n
    external link\n this article is more than 1 year old\n get alerts\n alerts\n timeline\n key points\n in this article\n
    topics\n tags\n categories\n category\n filed under\n keywords\n related topics\n related tags\n topics in this story\n
    more about\n none\n null\n undefined\n n a\n powered by\n follow us on social media\n stay connected\n stay informed\n the end\n scroll back up to restore default view\n scroll to top\n
    try our ai features\n send\n submit\n send us a tip\n got a tip\n send tip\n report an error\n report a typo\n report error\n
    suggest a correction\n suggest an edit\n rights and permissions\n reprints\n reprints and permissions\n order reprints\n
    todays paper\n todays paper subscribe\n purchase licensing rights\n view on instagram\n view on twitter\n view on x\n
    view this post on instagram\n your email address\n email address\n enter your email\n enter your email address\n first name\n
    last name\n password\n forgot password\n remember me\n or\n and\n sign me up\n thank you for subscribing\n thanks for subscribing\n
    thank you\n success\n error\n required\n author\n authors\n about the author\n about the authors\n about the writer\n
    read more about this\n what to know\n support our work\n support our journalism\n become a member\n join us\n join now\n
    subscribe today\n buy now\n shop now\n view offers\n limited time offer\n special offer\n";

/// Whole lines, or openings before a colon, under which links to other texts stand.
const LISTS: &str = "
    also read\n read also\n also see\n see also\n read more\n read more on this\n read more here\n read next\n read this next\n
    read this\n must read\n must reads\n up next\n next up\n whats next\n watch next\n more\n more like this\n more on this\n
    more on this story\n more on this topic\n more in this section\n more stories\n more news\n more to read\n more to explore\n
    more coverage\n more headlines\n more videos\n more from\n more in\n more on\n more from this author\n more from the author\n more from author\n
    related\n related articles\n related article\n related stories\n related story\n related news\n related content\n related coverage\n related links\n related posts\n related reading\n related video\n related videos\n
    related items\n in case you missed it\n icymi\n recommended\n recommended for you\n recommended stories\n recommended articles\n
    recommended reading\n recommended by our editors\n recommended by\n recommendations\n editors picks\n editors pick\n
    editors choice\n our picks\n top picks\n picked for you\n for you\n just for you\n most popular\n most read\n most viewed\n
    most shared\n most commented\n most recent\n most watched\n most discussed\n popular\n popular stories\n popular now\n popular articles\n popular posts\n popular in the community\n trending\n trending now\n trending stories\n trending news\n trending topics\n
    trending articles\n trending in news\n top stories\n top headlines\n top news\n todays top stories\n latest stories\n latest headlines\n
    latest articles\n latest videos\n latest updates\n recent posts\n recent stories\n recent articles\n recent news\n you may like\n
    you may also like\n you might like\n you might also like\n you may also be interested in\n you might be interested in\n
    you might also be interested in\n you may have missed\n dont miss\n do not miss\n dont miss these\n explore more\n
    explore more on these topics\n explore\n discover more\n keep on reading\n further reading\n suggested reading\n suggested for you\n
    suggested stories\n other stories\n other news\n other articles\n elsewhere\n around the web\n from around the web\n from the web\n
    from our partners\n partner stories\n promoted stories\n sponsored stories\n sponsored links\n from the archive\n from the archives\n
    what to read next\n what to read\n what others are reading\n what readers are reading\n people also read\n readers also liked\n
    others also read\n stories you might like\n stories for you\n our best stories\n best of\n in other news\n in the news\n in pictures\n
    in brief\n todays headlines\n headlines\n live updates\n watch more\n see more stories\n view more stories\n load more stories\n
    news you may like\n similar articles\n similar stories\n similar news\n
    hot topics\n hot now\n spotlight\n also on\n also in the news\n also in this series\n now read\n next read\n dive deeper\n go deeper\n
    lire aussi\n a lire aussi\n lisez aussi\n lees ook\n lees meer\n lesen sie auch\n mehr zum thema\n leggi anche\n lea tambien\n
    lea también\n te puede interesar\n leia também\n leia mais\n läs också\n les også\n læs også\n czytaj też\n czytaj także\n";

/// Whole lines that open the readers' comments.
const COMMENTS: &str = "
    comment\n comments\n comment section\n comments section\n view comments\n show comments\n see comments\n hide comments\n read comments\n
    load comments\n all comments\n add comment\n add a comment\n leave a comment\n leave a reply\n post a comment\n post comment\n
    write a comment\n write comment\n no comments\n no comments yet\n be the first to comment\n be the first one to comment\n
    join the conversation\n join the discussion\n join discussion\n start the conversation\n start the discussion\n
    whats on your mind\n what do you think\n have your say\n your comments\n your comment\n readers comments\n reader comments\n
    readers comment\n from the comments\n top comments\n sort by newest\n sort by oldest\n sort by best\n newest first\n oldest first\n
    log in to comment\n sign in to comment\n login to comment\n please log in to comment\n comments are closed\n
    comments for this story are closed\n comments are closed for this article\n commenting is closed\n discussion\n conversation\n
    letters to the editor\n view all comments\n view the discussion thread\n commenting guidelines\n comment policy\n";

/// Whole lines behind which the article is over.
const ENDS: &str = "
    citations\n references\n footnotes\n endnotes\n bibliography\n works cited\n sources\n notes\n further information\n";

/// Openings of lines that date a text.
const STAMPS: &str = "
    published\n published on\n published at\n first published\n first published on\n originally published on\n posted\n posted on\n posted at\n posted by\n
    updated\n updated on\n updated at\n last updated\n last updated on\n last update\n last modified\n modified\n created\n date\n issued on\n
    publish date\n publication date\n release date\n";

/// Openings of photo credits, before a colon or as first words.
const CREDITS: &str = "
    photo\n photos\n photo by\n photos by\n photo credit\n photo courtesy of\n photo courtesy\n photograph\n photographs\n photograph by\n
    photographs by\n photographer\n photography\n photography by\n image\n images\n image by\n images by\n image credit\n image courtesy of\n image source\n image caption\n picture\n pictures\n
    picture by\n picture credit\n credit\n credits\n courtesy\n courtesy of\n courtesy photo\n illustration\n illustration by\n
    illustrations by\n graphic\n graphic by\n graphics by\n cartoon by\n video by\n getty images\n getty\n afp\n ap photo\n associated press photo\n reuters photo\n afp photo\n epa\n
    shutterstock\n istock\n unsplash\n alamy\n file photo\n file image\n file picture\n handout\n handout photo\n stock photo\n
    screenshot\n screengrab\n foto\n fotos\n bild\n source\n";

/// Openings of rights lines, or words that only stand in them.
const RIGHTS: &str = "
    copyright\n all rights reserved\n this article originally appeared\n this article first appeared\n this article was originally published\n
    this article was first published\n this article is republished\n this article has been republished\n this article was republished\n
    this article was produced\n this article is from\n this article is reproduced\n  this story originally appeared\n
    this story first appeared\n this story was originally published\n this story was first published\n this story is republished\n 
    this essay originally appeared\n this essay first appeared\n this essay was originally published\n this essay was first published\n
    this piece originally appeared\n this piece first appeared\n this piece was originally published\n this piece was first published\n this report originally appeared\n this report was first published\n this report first appeared\n this report was originally published\n
    this post originally appeared\n this post first appeared\n this post was originally published\n
    this column originally appeared\n this column first appeared\n this column was originally published\n originally published in\n originally published by\n originally published at\n first published in\n first published by\n
    first appeared in\n republished with permission\n reprinted with permission\n republished from\n reprinted from\n reprinted by permission\n used with permission\n distributed by\n
    licensed under\n may not be published broadcast rewritten\n may not be reproduced\n this material may not\n no part of this\n not be reproduced\n";

/// Openings of the newsroom's notes on its own text.
const NOTES: &str = "
    correction\n corrections\n clarification\n editors note\n editor s note\n author s note\n authors note\n note\n
    this article has been corrected\n
    this story has been corrected\n this article was amended\n this story was amended\n this article has been amended\n
    this article was corrected\n this story was corrected\n this article has been changed\n
    an earlier version of this\n a previous version of this\n an earlier version of the\n a previous version of the\n the headline of this\n the headline on this\n
    this version of the\n this version corrects\n a version of this article\n a version of this archived article\n a version of this story\n this article appears in print\n about the archive\n due to an editing error\n because of an editing error\n disclaimer\n disclosure\n";

/// How a request to the reader begins.
const REQUESTS: &str = "
    sign\n subscribe\n download\n click\n follow\n join\n try\n support\n register\n get\n read\n explore\n become\n unlock\n stay\n log\n donate\n
    please\n receive\n catch\n tap\n manage\n scan\n already\n never\n access\n enjoy\n enjoying\n enter\n share\n reach\n contact\n discover\n want\n ready\n
    help\n check\n visit\n listen\n watch\n got\n save\n choose\n install\n send\n invest\n buy\n order\n browse\n like\n love\n loved\n find\n learn\n make\n";

/// Words that tell a page's prompts from its article.
const PITCHES: &str = "
    newsletter\n newsletters\n your inbox\n your email\n email address\n subscribe\n subscriber\n subscribers\n subscribing\n subscription\n subscriptions\n
    unsubscribe\n sign up\n signing up\n sign in\n log in\n logged in\n logging in\n create an account\n create a free account\n create your\n free account\n
    free trial\n cancel anytime\n cancel any time\n unlimited access\n unlimited digital\n cookies\n cookie\n privacy policy\n privacy notice\n terms of service\n terms of use\n
    terms and conditions\n personal data\n personalised ads\n personalized ads\n personalise content\n personalize content\n
    your browser\n javascript\n ad blocker\n adblocker\n ad blockers\n your device\n our app\n the app\n mobile app\n app today\n app store\n google play\n
    notifications\n breaking news alerts\n news alerts\n push alerts\n our journalism\n independent journalism\n quality journalism\n our reporting\n
    our journalists\n our newsroom\n our website\n our site\n this site\n this website\n our channel\n our telegram\n our whatsapp\n our podcast\n our community\n our coverage\n our stories\n our latest\n our reporters\n our readers\n our partners\n
    whatsapp channel\n telegram channel\n youtube channel\n on facebook\n on twitter\n on instagram\n on telegram\n on whatsapp\n on linkedin\n on bluesky\n on youtube\n on x\n click here\n click the\n click on\n tap here\n
    our comment policy\n community guidelines\n comment policy\n house rules\n moderated\n moderators\n recaptcha\n the link below\n link below\n link in bio\n
    become a member\n a member\n membership\n donation\n donations\n tax deductible\n contribution\n reader supported\n readers like you\n per month\n per week\n a month\n a week\n offer\n
    our free\n free newsletter\n daily newsletter\n weekly newsletter\n morning briefing\n daily briefing\n top stories\n latest news\n the days biggest\n biggest stories\n the latest\n delivered\n
    register\n registered\n consent\n preferences\n opt out\n learn more\n find out more\n read more\n see more\n advertisers\n advertising\n advertisement\n sponsored\n paywall\n your account\n your subscription\n full access\n
    all articles\n this article\n this story\n your experience\n how we use\n article limit\n free articles\n free article\n commission\n affiliate\n tip line\n news tips\n contact us\n feedback\n share your\n tell us\n your friends\n follow us\n support us\n try it\n do for you\n";

/// Words in a caption's end that point at its picture or its maker.
const PICTURES: &str = "
    pictured\n pictured here\n file photo\n file photograph\n file image\n file picture\n photo taken\n is pictured\n are pictured\n undated photo\n
    undated image\n photo by\n photograph by\n picture by\n image by\n photo illustration\n photo courtesy\n image courtesy\n getty images\n
    ap photo\n ap images\n reuters file\n afp via\n via getty\n handout via\n handout photo\n shutterstock\n alamy stock\n wikimedia commons\n
    photo credit\n image credit\n artists impression\n";

/// The commonest English words that carry no topic; a line without any is no sentence.
const FUNCTION: &str = "
    a\n an\n the\n of\n to\n in\n on\n at\n by\n for\n with\n from\n as\n into\n over\n after\n before\n about\n against\n between\n through\n under\n and\n or\n but\n if\n
    than\n then\n so\n that\n which\n who\n whom\n whose\n what\n when\n where\n why\n how\n is\n are\n was\n were\n be\n been\n being\n am\n has\n have\n had\n do\n does\n did\n
    will\n would\n can\n could\n should\n may\n might\n must\n not\n no\n it\n its\n he\n she\n they\n them\n their\n his\n her\n him\n we\n our\n you\n your\n i\n my\n me\n this\n these\n
    those\n there\n here\n also\n just\n only\n all\n any\n some\n more\n most\n such\n said\n says\n up\n out\n now\n because\n while\n during\n until\n since\n";

/// Words of dates and times.
const TIMES: &str = "
    january\n february\n march\n april\n may\n june\n july\n august\n september\n october\n november\n december\n jan\n feb\n mar\n apr\n jun\n jul\n aug\n sep\n sept\n
    oct\n nov\n dec\n monday\n tuesday\n wednesday\n thursday\n friday\n saturday\n sunday\n mon\n tue\n tues\n wed\n thu\n thur\n thurs\n fri\n sat\n sun\n
    today\n yesterday\n am\n pm\n a\n p\n m\n est\n edt\n et\n pt\n pst\n pdt\n cst\n ct\n gmt\n utc\n bst\n cet\n cest\n ist\n jst\n kst\n sgt\n hkt\n aest\n aedt\n eat\n wat\n cat\n sast\n
    at\n on\n the\n of\n st\n nd\n rd\n th\n h\n hr\n hrs\n hour\n hours\n min\n mins\n minute\n minutes\n second\n seconds\n day\n days\n week\n weeks\n month\n months\n
    year\n years\n ago\n an\n published\n updated\n posted\n first\n last\n modified\n update\n created\n time\n date\n local\n date time\n  issued\n read\n uhr\n";

/// What somebody does for a newspaper, a wire or a university.
const TRADES: &str = "
    reporter\n reporters\n correspondent\n correspondents\n editor\n editors\n writer\n writers\n staff\n columnist\n journalist\n journalists\n contributor\n contributors\n
    author\n bureau\n chief\n analyst\n photographer\n producer\n critic\n blogger\n fellow\n freelance\n freelancer\n researcher\n professor\n lecturer\n commentator\n novelist\n historian\n intern\n publisher\n";

/// All tables, ready to look up.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Whole lines: buttons, list headings, comment headings.
    pub(super) labels: Phrases<Label>,
    /// Openings of lines.
    pub(super) openings: Phrases<Label>,
    /// Words anywhere in a line.
    pub(super) inner: Phrases<Label>,
    /// Function words.
    pub(super) function: Phrases<Label>,
    /// Words of dates.
    pub(super) times: Phrases<Label>,
    /// Trades of the press.
    pub(super) trades: Phrases<Label>,
    /// First words of requests.
    pub(super) requests: Phrases<Label>,
}

impl Vocabulary {
    /// Sorts the tables; cheap enough to do for each text.
    pub(super) fn new() -> Self {
        Vocabulary {
            labels: Phrases::new(&[
                (STAMPS, Label::Stamp),
                (LISTS, Label::List),
                (COMMENTS, Label::Comments),
                (ENDS, Label::End),
                (BUTTONS, Label::Button),
            ]),
            openings: Phrases::new(&[
                (STAMPS, Label::Stamp),
                (CREDITS, Label::Credit),
                (NOTES, Label::Note),
                (RIGHTS, Label::Rights),
            ]),
            inner: Phrases::new(&[(PITCHES, Label::Pitch), (PICTURES, Label::Picture), (RIGHTS, Label::Rights)]),
            function: Phrases::new(&[(FUNCTION, Label::Function)]),
            times: Phrases::new(&[(TIMES, Label::Time)]),
            trades: Phrases::new(&[(TRADES, Label::Trade)]),
            requests: Phrases::new(&[(REQUESTS, Label::Request)]),
        }
    }
}
