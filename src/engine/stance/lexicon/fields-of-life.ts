// What belongs together in the world that disputes are about: work, goods, homes, crime, land.

/** One family a line: its name, then its words. */
export const FIELDS_OF_LIFE = `
ownership: own owner title deed belong possess property proprietor holder landlord estate inherit heir bequeath mine ours theirs keep buy bought sell paid
possession: possess hold keep custody hand pocket grasp retain control locker vault safe shelf drawer cupboard storage
custody: custodian bailee bailment warehouse storage locker deposit keeper guardian steward trustee caretaker entrust coat-check garage cloakroom valet
carriage: carry carrier courier mail post postman parcel envelope freight cargo deliver convey transport ship conduit pipe messenger
lending: lend loan borrow lender library return lease rent hire tenant landlord mortgage interest
sale: sell sale buy buyer seller purchase price market shop store merchant bargain auction trade retail customer goods
goods: goods commodity grain oil gold wheat cattle metal coal copper cotton bulk barrel bushel collectible
investment: invest investor share stock profit venture return dividend stake fund securities bond equity promoter speculate portfolio shareholder
money: money cash dollar pound coin bank currency pay cheque wallet bill fund finance
debt: debt debtor creditor owe lender lien collateral bankrupt insolvent default estate liquidator receiver
bankruptcy: bankrupt insolvency estate creditor trustee liquidate collapse fail wind-up receiver asset lien
wages: wage salary pay paycheck earn hourly overtime payroll stipend bonus pension benefit minimum
employment: employ employer employee worker job boss shift staff labor labour hire fire dismiss payroll foreman supervisor union clock schedule
independence: independent contractor freelance self-employed entrepreneur own-account choose flexible autonomy gig
control: control direct supervise command order manage boss dictate schedule discipline instruct steer leash
school: school student pupil teacher class classroom campus university college degree education diploma lesson tuition scholarship graduate
sport: sport team player athlete coach game play field stadium league match season practice training club championship fan
amateur: amateur love hobby pastime fun play volunteer unpaid recreation club glory
gambling: gamble bet wager casino odds luck chance dice lottery roulette slot jackpot stake bookmaker gambler poker random coin
skill: skill skilled expert practice talent chess master knowledge study research strategy train ability win judgment craft
chance: chance luck random fate coin dice accident fortune unpredictable weather toss
game: game play player contest tournament match rule win lose score prize
art: art artist paint painting canvas museum gallery sculpture portrait brush work masterpiece draw drawing collection
music: music song record sample drum beat rhythm melody tune sound singer band album studio riff loop musician compose composer
copying: copy copied copyist duplicate reproduce imitate lift steal borrow sample photocopy clone plagiarism rip
fair-use: fair transform parody comment quote quotation criticism borrow homage new build-on snippet minimal
creation: create creator author write compose make invent originate original craft produce birth conceive imagination genius
invention: invent inventor invention patent discover discovery engineer laboratory breakthrough novel device design prototype idea conceive
nature: nature natural wild wilderness river forest tree plant animal mountain ocean soil evolution landrace discover found
seeds: seed farmer farm crop plant grow grower harvest field breed grain sow plough germinate wheat corn
farming: farm farmer crop harvest field cattle dairy tractor barn soil plough livestock pasture agriculture rural
commons: commons share shared common everyone open heritage free public communal ancestor collective
machine: machine device robot engine tool appliance mechanism automaton computer instrument gadget apparatus equipment hammer pen typewriter
software: software code program app algorithm computer system firmware update source developer programmer digital script
artificial-intelligence: AI model algorithm machine robot train learn output generate prompt neural software automated bot
tool: tool instrument hammer pen pencil typewriter brush calculator aid assist implement use user help
person: person human being somebody individual man woman child people soul alive life born mind flesh conscience dignity
life: life alive live living birth born baby child embryo womb mother pregnant heartbeat fetus cell breathe
family: family mother father parent child son daughter baby brother sister wife husband grandmother marriage divorce home
marriage: marriage marry divorce husband wife spouse custody vow wedding couple union
childhood: child kid teenager teen minor boy girl youth young parent adolescent school infant
death: death die dead kill corpse funeral grave bury burial murder fatal ashes
thing: thing object item stuff article material tissue piece property chattel furniture
tissue: tissue cell blood organ body sample specimen laboratory frozen freezer flesh biological genetic
body: body hand finger thumb face eye blood skin physical flesh arm bone fingerprint
mind: mind thought memory think remember know knowledge brain mental conscience reveal idea belief
testimony: testimony testify witness oath statement confess answer speak say tell self-incrimination silence swear tongue
silence: silence silent quiet mute refuse withhold answer mum tongue speak
password: password code passcode key combination lock unlock thumb fingerprint pin login credential
key: key lock unlock door open safe vault combination keyhole latch access gate
lock: lock key padlock bolt seal secure shut bar gate latch closed
door: door gate entrance open shut knock key threshold enter backdoor
safe: safe vault strongbox locker deposit box drawer cabinet chest bank
container: box bag suitcase luggage envelope trunk package container briefcase parcel crate drawer jar
home: home house bedroom kitchen roof door castle dwelling live family hearth household private
privacy: privacy private personal intimate secret diary bedroom curtain eavesdrop confidential alone snoop spy stranger letters
letters: letter diary correspondence envelope mail note message write handwriting postcard stamp sealed read
surveillance: surveillance watch spy monitor track camera follow observe record eavesdrop wiretap scan snoop prying trail listen
camera: camera film footage video record lens photograph picture image recording tape watch
face: face facial recognition biometric portrait scan identity photo eye look
anonymity: anonymous name identity mask nameless pseudonym unnamed hidden faceless disguise
crowd: crowd street everyone mass public square pedestrian shopper passer-by march protest demonstration
search: search seize seizure rummage inspect frisk comb trawl look warrant raid ransack intrude pat dragnet sift
suspicion: suspicion suspect cause reason probable hunch tip evidence individual guilty grounds doubt
warrant: warrant judge magistrate sworn affidavit approve authorization sign cause permission order
police: police officer detective constable sheriff patrol arrest cop badge station investigator agent
crime: crime criminal offender suspect felony thief robber murder gang smuggler trafficker fraud burglar theft convict guilty
terror: terrorist terror bomb attack plot extremist threat security intelligence
punishment: punish punishment prison jail sentence penalty fine convict cell inmate prisoner bars execution
prison: prison prisoner jail inmate cell warden guard solitary isolation cage bars confinement lockdown
cruelty: cruel torture inhuman degrading suffer pain agony barbaric brutal cage bury alive madness animal dungeon
discipline: discipline order security warden guard control rule manage peace safety obey behave sanction
order-keeping: order safety secure riot violence protect peace control weapon threat calm guard
violence: violence violent attack beat assault stab weapon knife gun fight blood threat harm
weapon: weapon gun rifle knife bomb bullet shoot firearm arm sword trigger ammunition
war: war soldier army battle military enemy bomb invade troops wartime front defend
border: border customs port airport frontier crossing luggage suitcase traveler passport agent entry visa bag
foreign: foreign abroad overseas country nation sovereign territory soil embassy treaty international jurisdiction border
treaty: treaty convention diplomat diplomatic sovereign nation consent bilateral agreement embassy request mutual protocol
sovereignty: sovereign nation state border territory independent soil flag crown king self-government
government: government state ministry minister federal authority official agency department bureaucrat public power crown
legislature: legislature congress parliament lawmaker senate vote elect statute democratic policy political representative bill pass
courts: court judge bench tribunal jury verdict ruling appeal hearing gavel justice judicial courtroom
court-limits: court judge legislate policy political unelected overstep competence defer deference province robe second-guess
democracy: vote voter elect democracy people majority ballot representative referendum consent citizen
regulation: regulate regulator rule license permit agency inspect comply standard oversight code safety
licence: license licence permit permission authorize register allow certificate approve grant
tax: tax levy tariff revenue fiscal treasury duty rate taxpayer collect
constitution: constitution amendment right liberty framers founders guarantee freedom clause bill
rights: right rights entitled entitlement freedom liberty claim protect guarantee privilege inalienable
freedom: free freedom liberty choose choice unfettered autonomy independent release unchained
coercion: compel force coerce oblige must require order conscript press-gang threaten bully mandate duress gun arm-twist
consent: consent agree permission accept choose voluntary willing sign click tick yes opt ask permit waive
refusal: refuse no decline object resist reject deny withhold oppose balk stop
contract: contract agreement promise bargain sign signature clause term deal covenant bind obligation party document form handshake
promise: promise pledge vow oath word commit undertaking assure guarantee keep break trust
fine-print: terms small-print boilerplate click scroll unread clause adhesion page paragraph form fine
bargaining: bargain negotiate leverage power weak take-it-or-leave-it equal deal offer desperate choice
fairness: fair unfair just justice equal even level honest reasonable equity decent square
equality: equal equality same discriminate discrimination treat alike bias race prejudice
justice: justice just wrong right fair injustice remedy redress court deserve
remedy: remedy redress compensate damages restore repair restitution pay relief cure refund
compensation: compensation compensate pay paid damages sum owed award reimburse money price
taking: take taken taking seize confiscate expropriate strip deprive grab condemn eminent forfeiture
public-use: public road highway library park hospital bridge school everyone open community serve benefit citizen
private-gain: private profit developer billionaire owner enrich pocket investor money tenant corporation businessman
development: develop developer build building construct project stadium tower regenerate blight neighborhood city downtown revive
heritage: heritage historic history old ancient preserve conserve monument listed architecture past landmark tradition restore
burden: burden cost bear pay weigh shoulder saddle load brunt hardship sacrifice
benefit: benefit advantage gain good help useful serve improve value reward
land: land ground soil acre field plot estate territory parcel lot farm property
planning: zoning planning permit restrict building height neighbor council rule street setback
house: house home cottage roof wall window brick door garden chimney paint mansion villa
water: water river stream lake sea flow flood drink basin dam tide well rain
fish: fish fishing catch quota boat fisher sea net harvest stock trawler lobster salmon oyster
native: native indigenous aboriginal tribe ancestor elder custom people traditional land title first-nation clan
tradition: tradition custom ancient always centuries ancestor old history practice heritage generations immemorial
religion: god church faith religious priest prayer sacred holy worship temple idol pray spirit soul
climate: climate warm carbon emission fossil fuel oil coal greenhouse weather sea-level storm flood temperature atmosphere
fuel: fuel oil gas coal petrol diesel energy burn barrel refinery pump drill
pollution: pollute pollution poison toxic smoke dirty waste contaminate spill chemical smog sewage
nuisance: nuisance noise smell neighbor annoy disturb interfere smoke public harm abate
`
