// Families of words that argue about one thing, as lawyers and the press use them; a word may stand in several.

/** One family a line: its name, then its words. */
export const CONCEPTS = `
own: own owner ownership owned title belong belongs property proprietary proprietor possession deed mine ours hers theirs holder
keep: keep kept store stored storage hold held holding retain custody custodian warehouse locker bailee bailment deposit vault cloakroom garage safekeeping archive host hosted hosting preserve
carry: carry carried carrier courier postman postal mail transport convey deliver delivery messenger pass conduit pipe wire transmit transmission relay
letter: letter envelope diary correspondence message email mail note postcard parcel sealed write
private: private privacy personal intimate secret confidential confidence confide undisclosed home bedroom diary family own inner
public: public open published publicly everyone anybody anyone visible street square citizen community common commons
secrecy: secret secrecy hidden conceal withhold withheld sealed undisclosed black-box opaque disguise cloak confidential curtain dark
disclosure: disclose disclosure reveal release publish transparency transparent open tell show inspect inspection sunlight daylight notify notice
business: business company corporate corporation firm enterprise commercial trade trader merchant vendor seller provider supplier operator industry employer ledger invoice billing account
record: record records register ledger file log book document documentation archive entry data dataset database
document: document paper papers file letter writing text page
state: state government federal authority authorities crown ministry minister administration agency official sovereign sovereignty regulator
police: police officer officers constable detective sheriff agents agent patrol prosecutor prosecution investigators enforcement
search: search searches seize seizure inspect rummage look scan trawl sweep frisk raid dragnet warrantless surveillance watch spy monitor track eavesdrop intercept tap
warrant: warrant subpoena order judge cause suspicion suspect magistrate approval authorisation authorization permission
compel: compel compelled force forced oblige obliged coerce conscript order mandatory require required duty must demand oblige
refuse: refuse resist decline reject oppose object withstand defy silence silent
consent: consent agree agreed agreement accept accepted permission permit opt voluntary volunteer choose chose chosen choice sign signed willing asked ask tick click clicked
contract: contract bargain promise terms clause agreement signed signature deal policy covenant binding bind binds undertaking
law: law legal statute statutory act code legislation enactment provision section ordinance rule
lawful: lawful legal legitimate permissible allowed valid constitutional proper licensed authorised authorized permitted entitled
unlawful: unlawful illegal void invalid unconstitutional forbidden prohibited banned violate violates violation breach infringe infringement wrongful trespass null offend
court: court judge judges bench tribunal jury justice judicial judiciary courtroom magistrate
legislature: legislature congress parliament legislator legislators lawmaker lawmakers senate statute vote voters elected ballot democratic representatives policy politics political
treaty: treaty convention accord international foreign abroad overseas diplomatic diplomacy comity nation nations country countries border sovereign
abroad: abroad foreign overseas country border territory jurisdiction soil land elsewhere offshore
home: home house household dwelling bedroom kitchen garden roof yard curtilage castle door
border: border customs port airport frontier crossing luggage suitcase baggage traveller traveler passport
phone: phone telephone handset mobile smartphone device call calls
computer: computer software code program machine algorithm system digital automated automatic model server
machine: machine algorithm automatic automated robot artificial computer mechanical engine device tool software
human: human person people man woman natural individual somebody someone mind flesh being
mind: mind thought think thinking knowledge know knows memory remember conceive conception idea belief conscience intention testimony
body: body finger thumb face blood fingerprint physical hand eye skin flesh biometric
speech: speech speak expression express opinion say message publish press newspaper editor editorial column idea voice word words argue debate comment amendment
opinion: opinion view judgment judgement guess hunch impression estimate belief prediction forecast subjective
fact: fact facts true truth accurate correct proof evidence real actual objective verify
publish: publish publisher publication editor edit editing newspaper magazine front-page bookshelf bookshop library librarian anthology print column press
choose: choose chose chosen choosing select selecting selection pick picked order rank ranking arrange arranging recommend recommendation curate promote push amplify boost decide
neutral: neutral passive mere merely conduit noticeboard bulletin board platform host intermediary wall shelf broker middleman go-between
seller: seller sell sold sale shop store retailer retail merchant stock goods warehouse checkout till cashier
product: product goods design designed defect defective feature mechanism appliance car brake toaster device manufacturer maker made manufacture lever drug dose built
danger: danger dangerous hazard hazardous unsafe risk risky peril threat threaten harm toxic poison poisonous weapon gun fire trap
harm: harm hurt injure injury damage suffer victim victims pain kill killed death died ruin ruined destroy wound toll loss addict addiction
safe: safe safety protect protection protected secure security guard shield prevent rescue lifesaving
help: help benefit useful good improve better save saves saved gain rescue cure relief
liable: liable liability responsible responsibility answer answerable blame fault accountable pay pays negligence negligent duty sue sued suit lawsuit damages tort compensation
immune: immune immunity shield exempt exemption protected privilege safe-harbor barred bar escape excused excuse
cause: cause caused causes because result consequence lead led produce effect chain link due
intent: intend intent intention knew know known knowing deliberately purpose purposely willful willfully meant design wilful
punish: punish punishment penalty fine sentence sentenced prison jail convict conviction guilty crime criminal offence offense felony
cruel: cruel cruelty torture inhuman inhumane degrading suffer agony barbaric madness unbearable brutal dungeon isolation isolated alone cell solitary
discipline: discipline order control security manage management warden warders guard tool safety peace
crime: crime criminal offender offenders suspect thief theft steal stolen robber fraud smuggler trafficker murder terrorist burglar killer gang
thief: thief steal stole stolen theft loot looted plunder plundered rob robbed confiscated confiscate taken forced
gift: gift free give gave giving charity donate donation volunteer generous present
payment: pay paid pays payment money price fee fees wage wages salary cash cheque compensation compensate sum reward
price: price prices cost costs expensive cheap cheaper dear charge charges bill fee rate rates premium premiums afford
profit: profit profits earn earnings revenue income sell money gain lucrative enrich windfall margin
work: work worker workers job jobs labour labor employee employees employ employed employer shift shifts boss hours wage wages union payroll trade staff
employer: employer boss company manager supervisor management control controls schedule hire fire fired
student: student students pupil pupils school college university campus class classroom teacher education educational learn scholarship degree coach
sport: sport sports game games play player players athlete athletes team league club coach amateur amateurs field season stadium arena match
game: game games play played contest player chess cards card skill win winner prize
chance: chance luck lucky lottery dice roulette casino slot gamble gambling bet bets betting wager stake stakes odds spin coin draw random
skill: skill skilled talent expert expertise practice study studied knowledge research ability master judgment experience
child: child children kid kids minor minors baby babies teenager teen infant boy girl youth young parent parents mother father
parent: parent parents mother father family guardian guardians guardianship custody mum dad
life: life alive born birth live living pregnancy womb embryo embryos unborn foetus fetus soul baby heartbeat
tissue: tissue cells cell specimen sample material frozen freezer clinic laboratory
doctor: doctor doctors medical medicine physician patient patients hospital clinic nurse treatment health care prescribe prescription drug prescriber surgeon
patient: patient patients sick ill illness suffering disease dying
drug: drug drugs pill pills opioid opioids dose prescription medicine pharmacy pharmacist pharmacies addict addiction shipment distributor distributors
nature: nature natural wild river water forest land animal animals tree fish sea ocean mountain species wildlife earth landrace plant plants
animal: animal animals dog horse elephant ape chimpanzee creature beast pet livestock
river: river rivers water stream lake basin dam flow fish ancestor sacred
climate: climate warming carbon emission emissions emit flood heat storm weather fossil fuel oil gas coal atmosphere
pollute: pollute pollution polluter dump waste discharge smoke poison spill contaminate
land: land soil ground territory estate field farm acre plot property garden
sky: sky air airspace overhead fly flying flight drone drones aircraft plane above hover altitude helicopter
trespass: trespass intrude intrusion invade invasion enter entry cross fence gate uninvited overhead nuisance
traditional: tradition traditional custom customary ancient ancestral ancestors aboriginal indigenous native elders always centuries history historic heritage old generations immemorial
heritage: heritage historic history old listed listing preserve preservation conservation monument building architecture landmark
creature-of-statute: statute created grant granted licence license permit franchise quota allocate allocated allocation concession
quota: quota quotas share shares catch allocate allocation tonnage fish fishing fishery
farmer: farmer farmers seed seeds crop crops plant plants field breed bred breeder harvest grow grower growers sow trait gene genes variety varieties
invent: invent invented invention inventor inventors patent patents patentable novel novelty discover discovered made create created creation conceive
discover: discover discovered found find already existing nature natural known old
create: create created creator make made maker author authored compose composed write wrote written work craft design original originality artist
copy: copy copied copying imitate imitation borrow borrowed sample sampled sampling reproduce reproduction take took taken lift lifted pirate piracy replica clone
transform: transform transformed transformative new different alter altered change changed pastiche parody homage quote quotation comment rework
license: license licence licensed licensing permission royalty royalties clear cleared clearance fee authorise
copyright: copyright copyrights author authors authorship work works protected code software original infringe
music: music song songs drum drums drummer beat rhythm groove melody recording record loop tune band note musician producer
repair: repair repairs mend mending fix fixed fixing maintain spare parts mechanic workshop tinker broken screwdriver
sale: sale sell sold bought buy buyer buyers purchase purchaser purchased owner receipt
lend: lend lent loan borrow rent rented lease leased leasehold tenant tenants landlord licence hire
museum: museum museums painting paintings art gallery collection artwork canvas curator masterpiece
heir: heir heirs family descendants grandson granddaughter inherit inheritance estate dead grave
faith: faith honest honestly honesty innocent good innocently openly sincere
time: time late limitation lapse lapsed expired years decades delay delayed old stale deadline prescription long
bankrupt: bankrupt bankruptcy insolvent insolvency creditor creditors debtor estate liquidator liquidate administrator trustee debt debts
security: securities security share shares stock stocks investment invest investor investors issuer promoter dividend profits enterprise prospectus bond
commodity: commodity commodities goods grain oil gold wheat corn barrel collectible collectibles stamp currency coin cash
token: token tokens coin coins crypto blockchain exchange
competition: competition compete competitor competitors rival rivals rivalry monopoly monopolist antitrust dominate dominant market merger merge choice
efficiency: efficiency efficient efficiencies scale savings save saved cheaper combine pooled synergy lean streamline
restrain: restrain restraint restrict restriction bar bars ban banned tie tied shackle handcuff chain leash cage freeze
freedom: freedom free liberty free-speech choose choice independent autonomy open
equal: equal equality same alike fair fairly fairness discriminate discrimination bias biased
fair: fair fairness just justice reasonable equitable proportionate balanced due
process: process hearing confront test challenge contest answer rebut cross-examine examine appeal notice defend defence defense
witness: witness witnesses testify testimony testified evidence oath swear confront accuser source sources informant
evidence: evidence proof prove proves proved exhibit discovery discoverable relevant material disclose
journalist: journalist journalists reporter reporters press newspaper source sources newsroom editor broadcaster press-freedom promise
lawyer: lawyer lawyers counsel attorney attorneys solicitor barrister client clients advice privilege privileged advise
client: client clients customer customers user users consumer consumers shopper shoppers subscriber subscribers passenger passengers
consumer: consumer consumers shopper buyer customer household applicant applicants borrower tenant
score: score scores scoring rating rate ratings grade points rank risk prediction formula factor factors
face: face faces facial recognition camera cameras scan scanning scanned biometric cctv photo picture image
camera: camera cameras video footage lens film filmed recording record photograph photographs
forget: forget forgotten erase erasure delete deleted delist delisting remove removal remove spent past rehabilitate
remember: remember memory history archive record historian historians past library index
anonymous: anonymous anonymously unnamed nameless pseudonym mask name identity identify
name: name named names identity identify identified call
official-post: official mayor governor president minister office campaign page account followers block blocked blocks mute muted
vote: vote votes voter voters voting ballot ballots election elections electoral poll count
tax: tax taxes taxpayer levy duty budget public-money subsidy
takings: taking takings condemn condemned expropriate expropriation compensation seize eminent domain bulldozer bulldozers evict
regulate: regulate regulation regulator regulated rule rules oversee oversight agency supervise supervision police licence manage management planning
ordinary: ordinary routine normal everyday common usual standard regular always familiar same
new: new novel unprecedented modern different change changed never before technology
same-as-before: same always like just analog analogue equivalent old familiar nothing-new centuries
extreme: absurd absurdity ridiculous nonsense laughable fanciful dangerous scary frightening alarming outrageous chilling monstrous disaster catastrophe orwellian
slippery: slope floodgate floodgates next where line lines limit limits limitless end unlimited every everyone everything
narrow: narrow limited only single specific particular exception exceptional merely small tailored
broad: broad broadly sweeping general wide blanket everyone everybody everything all indiscriminate mass whole entire total
need: need needed necessary necessity require required urgent essential indispensable vital
impossible: impossible unworkable impractical impracticable cannot unable hard difficult burden burdensome onerous hopeless
easy: easy easily simple simply quick quickly minutes minute cheap convenient
trust: trust trusted confidence faith reliance rely relied relies promise
deceive: deceive deceived deceit lie lied lies false falsely mislead misleading trick tricked fraud sham disguise dressed pretend pretence pretext
expect: expect expectation expected expects reasonable assume assumed anticipate
weaken: weaken weakens undermine undermines erode destroy break breaks broken hole backdoor door loophole gut hollow
strengthen: strengthen protect reinforce bolster strong secure
encrypt: encrypt encrypted encryption cipher lock locked key keys password passcode unlock decrypt decryption scramble
password: password passcode pin code key keys unlock combination lock safe
terror: terror terrorism terrorist bomb attack abuse abuser predators predator kidnapper trafficker
insurance: insurance insurer insurers insured premium policy cover coverage claim claims
war: war wars military soldier army battle hostile attack state-sponsored weapon
breach: breach breached hack hacked hackers hacker intrusion leak leaked ransomware ransom attack stolen
notify: notify notified notice notification tell told warn warned warning alert inform informed disclose announce
delay: delay delayed wait waiting late days hours deadline slow slowly
vague: vague unclear ambiguous uncertain open unsettled doubt doubtful muddled murky grey gray
clear: clear plain plainly obvious unambiguous settled straightforward text
text: text textual words word wording language letter dictionary meaning means reads
precedent: precedent precedents case cases decision holding ruling doctrine line authority settled
purpose: purpose purposes aim object spirit intent point function goal meant designed
possession: possession possess control hold hands power access reach grip
hand-over: hand handed hands give gave surrender surrendered yield entrust entrusted share shared turn turned produce produced deliver
agency-of: agent agents behalf servant instrument pen clerk secretary tool assistant arm
person-thing: person persons personhood thing things object objects chattel standing soul legal-person guardian
wealth: rich wealthy poor poverty billionaire affluent elite powerful powerless ordinary
workman: cleaner cook waiter nurse driver drivers clerk cashier janitor barber hairdresser
train: train training trained trainee teach taught coached learn
goodwill: goodwill customers clients contacts know-how secrets trade-secret list lists
void: void null unenforceable invalid worthless nothing paper
enforce: enforce enforceable enforced enforcement bind binding hold uphold
protect-interest: interest interests legitimate stake protect protecting
waiver: waive waived waiver abandon abandoned forfeit forfeited give-up lost relinquish assume risk
burden: burden onus prove proof show shown establish
exclude: exclude excluded exclusive only sole outside beyond except
include: include includes included cover covers covered reach reaches extend extends within inside apply applies applied
third: third third-party intermediary middleman stranger outsider
bank: bank banks banker account deposit statement money financial
store-shop: shop shops shopkeeper store supermarket mall aisle checkout till
neighbour: neighbour neighbours neighbor neighbors street village town residents resident community local
road: road roads street highway railway bridge canal utility infrastructure pipeline library hospital school
stadium: stadium arena team owners ticket tickets seats box developer private
jobs-growth: jobs growth regeneration development prosperity economy economic investment revenue
food: food bread eat meal kitchen cook recipe ingredient soup meat
weapon: weapon gun guns rifle knife bullet ammunition trigger
hide-behind: hide hides hiding behind shelter cloak screen
watch: watch watched watching watcher eye eyes stare follow followed follower tail shadow observe observed look looked seen see glance notice
crowd: crowd crowds everyone innocent passers-by pedestrian shoppers masses people thousand millions
line-up: lineup identity parade suspect suspects watchlist list wanted match
signal: signal sign signs notice notices warning label
`
