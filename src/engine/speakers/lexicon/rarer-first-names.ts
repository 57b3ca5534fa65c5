// First names less common in the English-speaking press, from many languages, with their usual gender. Bare of accents.
import { wordSet } from './word-set.ts'

export const RARER_FEMALE = wordSet(`
  aaliyah abena abimbola adaora adebola adelheid adeola adjoa adwoa aelwyd affan afia agnieszka aiko aine
  ainhoa ainsley aisling akosua aleksandra alessandra alexa alix allegra almudena aloysia alva alys amabel
  amalia amaryllis ambrosine ameera anahera anais anastasiya andromeda aneeta angharad aniela anja anneke
  annelies anneliese annelore annika annis anouk anoushka anthea antje antoinette anwen aparna aphra
  apolline apollonia araceli ariadne arlene arwen asha ashanti ashlyn aspasia astghik athena audra aurelie
  ayla bathsheba bea beata beatriz benedetta benedikta berenice berit bethan bethia bettina beulah birgitta
  blaithin blodeuwedd blodwen blythe bojana branwen breda brenna briallen briar bridie brigid brigitta
  brigitte brittany brona bronagh bryony caitlin caitriona calista calliope camille candace candida caoimhe
  caridad carina carlotta casilda casimira cassia catalina catarina catrin catriona ceinwen celestine celina
  ceridwen charity charlene charmaine chiara chinyere chioma chrissie christa christabel christiane ciara
  cilla claribel clarice clarissa claudette cleo cleopatra clodagh clothilde concepcion concetta coral
  coralie corinna cosette cosima cressida crystal dagmar dagny dalia damaris danica darcey daria dearbhla
  debbie decima delilah delphina delphine demetra dervla desdemona dimity dina dinah dionne divya dolly
  dominique dorcas dorota dorrit dorte dot dottie drusilla dulcie dympna ebba ebony edda edwina effie efua
  eilis eimear eira eithne ekaterina elfrida elif elin elinor elisa elisabet elke elodia elodie elowen
  elsbeth elspeth eluned elvira emeline emer emilie emmeline ena enya erika ermintrude ersilia esra
  estefania esyllt etain etta eulalia euphemia evadne evangeline evelina ewa fabiola fanny farah fareeda
  fatou fatoumata faustina fay faye fenella feodora ferelith fidelma finola fionnuala fleur florentina
  folasade fosca francine franziska frederica frederika frida frieda funmilayo gaia galina garance geertje
  geeta genoveva georgette georgie geraldina ghislaine gilda gillian ginevra giovanna gisela giselle githa
  giulia giuliana glenys glynis gobnait gormlaith gosia greer gretchen gretel grethe griselda grizel
  grizelda gulnara gunilla guro gwenllian gwladys gwyn hadassah halima hanne hannelore harmony harper haya
  hedda hedvig hedwig heike heloise henna henrike hepzibah hermia hermina hesper hettie hetty hilde
  hildegund hildur hine hinemoa hollie hortense hortensia huda hyacinth ilana ilaria ildiko ilka ilona imke
  immaculata inaya ine inez inga inger iolanthe iona iphigenia irena irina irmgard isabeau isadora iseabail
  iseult ishbel isra itziar ivana ivanka iwona jacinda jacinta jacqui jadwiga jamila jana janelle janine
  jasmin jaya jazmin jeannie jelena jennie jerusha jessamine jessamy jessie jette jezebel jilly jimena jitka
  jodie johanna jolanta jolene jolie jordana jorunn josefina josie jovana juana judi juliana julianne
  julieta juliette juno justina justine jutta kaia kalinda kamala kari karina karolina kasia katarina
  katarzyna kateryna katharina katharine kathe kathy katia katja katy katya kaye kayleigh keeley keira keren
  kerstin keturah kezia keziah khadija kiera kiki kim kinga kiri kirsty kitty klara klaudia kristina ksenia
  kylie kyoko lana laraine larissa latisha latoya lavinia leanne leena leilani leni leocadia leonie leontine
  leontyne lettice letty lia libby lidia liesbeth liesel lilith lillian lina linnea linnet linsey lisbet
  lisbeth lise lisette liudmila liv liz liza lizzie loes lola lorelei lorena loretta lotta lotte lottie
  louella luana lubna luce luciana lucie lucretia luisa luise lulu luna lupita luz lyndsey lynette lynne
  lyra lysandra mabli madeline madelyn madge maeva magda mahalia mai maia maire mairead mairi maisie maja
  malala malgorzata malin mallory malwina mamie manuela mara marcella marcelle mare mareike margarethe
  margarida margery margrethe margriet mariam mariana marielle marietta marika mariko marisa marise marjean
  marla marnie marta martina marva maryse mathilda mathilde matilde mattie maura maxine may mealla mechthild
  medb mehreen melania melantha melinda melody melora mererid meriel merike merle merryn meryl meta mette
  mfon mhairi mia micaela michaela michele miep mihaela mika mila milagros milena milica mimi minna minnie
  mirabelle mirela miren miroslava missy modesty mollie morgana morven morwen muireann muirenn mwende
  myfanwy myriam myrna nadezhda nagwa naiara naima nairne nana nandini nanette narelle nasreen nastassja
  natalia nathalie neha nelly nerida nerissa nerys nessa nest neva ngaio nicolette nieves nike nilufar nimue
  ninette noeleen noemie nola nomfundo nonhlanhla nonie noor norah noura novella nuria nurit nydia nyree
  oana obioma odile odilia olena oluchi olwen olympe olympia omolara onora oonagh oriana orietta orlaith
  orna ornella ortrud otilia paige palesa paloma pandora parisa parvati patrice patrizia paulette paulina
  paz penny perdita peregrina pernille philippine philomena pia pippa plaxy pooja poppy primrose priyanka
  prue prunella purnima quilla quintina rachael radha rae rafaela rahel raisa rani ranveig rasheda raya reba
  rebekah reina reine rekha remedios rena renate renske reva rhea rhian rhona ria ricarda rikke riley rina
  riva robina romana romilly romy rona ronja rosalinda rosaline rosana rosanna roseanne rosella rosheen
  roshni rosina rosita roslyn roswitha roxana roz rubina rukhsana runa ruthie saffron safiya saida saima
  salma salome samira sandhya saraswati sarita savannah scarlett selene seonaid seraphina shabnam shakira
  shanice shanthi sharmila shauna shea sheena shelagh shelley sherry shona shreya sian sidonie sieglinde
  siena signy sigourney silke silvana simona sina sinazo sindre siofra sissel siv skye smita sofie sommer
  sonja soraya sorcha stacey stina sukie susana suzette swati sydney tahira taina talia tallis tallulah
  tamika tamsyn tanisha tansy tarja taryn tasha tasneem tatyana tawny tegan teodora terese teresita thalia
  thekla theodosia theresia thessaly thisbe thora thorunn tiffany tilly tindra tiphaine titania titilayo
  toni topsy torborg tordis torhild toril tracey tricia trina trine trish trista trudi tuppence turid tuva
  ulla undine urmila ursa urszula uschi vaiva valentina valeria vasanti venetia verena veronika vesna vesper
  vesta vicki vicky vida vigdis vilma violetta virginie vita viviana walburga waltraud wiebke willow winnie
  wynne xanthe ximena xiomara yael yamini yara yasmine yelena yesenia ylva yoko ysabel yseult yulia zadie
  zahra zaira zdenka zehra zeinab zenobia zephyrine zeynep zillah zipporah zita ziva zofia zohra zosia
  zsofia zuzana
`)

export const RARER_MALE = wordSet(`
  aart abdou abdul abdullah abner achim adalbert addison adebayo adelbert aderemi adewale adil adlai adolfo
  aengus afonso agustin ahab aiden ailbhe aimo ajay akash akhil akio akira aksel alain alaric alastair alban
  alberto albin alcuin aldo aldric aldrich aldwin aleksander alessandro alexandre alexandros alexei alfie
  alfonso alfredo algernon alonso aloysius alphonse alvaro alwyn amadeus amadou amari amaru ambrogio amit
  amory anatole anatoly anders andrei andres andriy andy aneurin angelo anselmo ansgar anson antonin
  antonios anwar apollo archie ardal aristide arjen arlo armand armando armin arne arno arnulf aron arsene
  artem artie artur arun arvid arvind asa ashok aske atherton athol attila auberon augusto aurelius avery
  avi azad aziz bailey baldur baldwin balthasar balthazar barnabas barrett barton baruch bashir bastien
  baxter bede benedikt benito benjy bennett benno benny benson bertie bevan birger bjarne blaine blaise
  blake bo bode bodhi bogdan bolivar bonaventure boniface booker bradford brady branislav brannoch brannock
  bren brennan bret brett brice broderick brodie bronislaw bronson bryce bryn burt cadoc cadwallader cahal
  cai caius camilo campbell carlo carlton carolus carson carsten cary casey caspar casper cathal ceri cesar
  chad chaim charlie chas chauncey chidi chike chinedu chinua chuck chukwuma cian ciaran ciro clancy claud
  claudio claudius claus clayton cleon cliff clifton clint clinton clovis clyde coen colm colman columba
  conall conan connell constantin constantine corbin cordell corey corne cornel cosimo creighton crispin
  cristian cristobal curt cy dafydd dag dai dale damon dan dane danilo danny dante daoud dara darby darcy
  darnell darragh darrell darryl dashiell davey davide davy dawit deepak del delbert delroy demetrios
  demetrius denholm deniz denny denzel deon derrick deshawn desiderio dev devendra devon devonte dewey
  dickon didier dilip dimitrios dino diogo djibril dmitry dominick dominik don donal donny donovan dorian
  dougie drago drew duane dudley dunstan dwayne eamonn earnest eben eddie eddy edison edmond edoardo edouard
  edvard efraim egbert egon eilif einar eirik eldon eldred eldridge elihu eliot eliseo elisha elliott elwood
  emanuel emile emiliano emilio emlyn emmet emre emyr enda ennio enrico enzo eoghan ephraim erasmo erasmus
  erastus ercole erhard erich ernie erwin esben etienne euan eustace evelio evert ezio fabio fabrice
  fabrizio faisal farid farouk faustino feargal fearghal federico felipe fenton ferdia ferenc fergal fernand
  ferris fiachra fidel filip filippo finbar finbarr findlay finian finlay fionn flavio fletcher florian
  florin folke forrest francesco franco francois frankie frans franz freddie frederic frederik fredrik frits
  fritz fyodor gabe gaetano galen garfield garrick garry gaston gavan gearoid gene geoff geordie georg
  georges georgi georgios geraint gerhard german gerrit gerry gervase gethin ghislain giacomo gianni gil
  gilberto gino giorgio girish glyn goran gottfried grady graeme gregor greville griff griffin griffith
  grigori grover gunnar gustavo gwilym gyles haakon habib hadrian hakan hakim halvard halvor hamid hamilton
  hamza hannes hannibal hap harald hari harinder harlan harley haroun harrison hartley hartmut harun hasan
  hashim haydn heinrich heinz helge helmut hendrik henning henri hercule hereward hermann hernan hesketh
  hezekiah hilario hippolyte hiram hiro hobart holger howell hubertus huey hugues huw hywel iago iain idris
  ieuan ifan ifor iggy ignace ignacio ikaika ike ilan ilya immanuel inaki ingemar ingmar ingo ingvar inigo
  ioan isaias isambard isandro ishmael isidore isidro israel istvan ivo izaak jabari jabez jacinto jago jai
  jalen jamie jamil jan jannik janos jari jarlath jaroslav jarrod javed jayden jedediah jefferson jem jens
  jenson jerrold jerzy jess jethro jimmy joao joaquim joaquin job jock jody joey johann jon jonah jonty joop
  joost jorgen jory jos josef josip jotham jozef judah jude jurgen juri jussi justus kai kalle kamal kamau
  kanye kareem karim kasimir kaspar kasper kaveh kazuo keanu keegan keir keiran kelechi kelvin kendall
  kendrick kenji kennedy kenny kent kenton kenzo kermit kester kevan khalil kieran kilian kip kiran kirill
  kirk kiyoshi knut kobe kojo konrad konstantin kris krishna kristian kristof krzysztof kwaku kwesi kyrie
  lajos lalo lamont landon lanre laszlo laurent lauri lauritz lawson lazar lazarus leandro lech lee leif
  leigh leland len lennart lenny leonardo leonid leonidas les lev levi lex liang lincoln lindsay llewellyn
  llyr loic lonnie lorne lou louie luciano lucien ludo ludvig lukas lukasz luther lwazi lyndon mac macdara
  mack madoc mahmoud mal malachy malik manfred manny manolo manuel marcellus marcelo marcin marcio mariano
  marius marley marques martial martijn masato mateus mathias mathieu mats matthijs mattias matty maurizio
  mauro mawuli maximo maynard mehdi melchior melvyn menachem mendel michal mick micky mihai mihail mikel
  mikko milan milburn milos miro miroslav mitch mitchell mo modesto mohan moises monty morgan moritz morten
  moss muammar muir mungo murdo murdoch murtagh mustapha myles myron nabil nadeem nadir naoki napoleon
  naresh nasir nat nate nathanael naveen navid nestor nevil newton niall niccolo nick nicky nicodemus
  nicolai niels niklas nikolai nikolaos nikos ninian nobu noe norbert norris northrop norton oakley oberon
  obi octave odell odhran ola olamide ole oleksandr olivier ollie olly oluwaseun omari ondrej oran oren
  orestes orin orville osborne oskar osmond ossie ottavio ovid owain ozzie packy paddy palmer parker
  pasquale patricio patrik patroclus patsy paulo paulus pawel peder pedr perceval pericles petr petros
  petrus pewter peyton phelim philbert philemon philippe pieter pim piran placido porter prakash prasad
  prentice prescott preston priam proinsias prosper quinn quinton radek radovan radu raef rafi raghnall
  rahul raimund rainer rajiv raleigh ram ramesh ramiro ramsay ramsey ranald randolph ranulph rashad rashid
  rasmus rastus rawiri raymundo redmond reece reed reese reg reggie regis reid reinhard reinhold remi remy
  renato rene reuel reynold rhodri rhys ricardo riccardo rich richie ricky riordan rob robbie rocco rocky
  rod rodger rodolfo rodrigo roel roelof rogan rogelio rohit rolando rolly romain romeo romulus ronan ronnie
  ronny roscoe rowland royce royston ruaridh rubin rudi rudolph rudy rune russ rusty rutger ryder sacha
  sadiq said salim salman salvatore samir sammy samu sander sandro sandy santino saro sascha saverio scipio
  scottie sebastiano sefton selwyn semyon septimus serge seumas severin severus shamus shankar shawn sheldon
  sherman shinji shiv sholto siegfried siggi sigmund sigurd silvan silvio simao simeon sinclair sixten sloan
  slobodan sol sonny soren stafford stan standish stanislav stanislaw stavros stellan stian stig stirling
  stu subhash suleiman suresh suryaprakash svend swithin sy sylvain taavi tad tadao tadeusz tadhg taiwo taj
  tal talbot tam tamas tamati tancred tane tarek tarquin taylor teddington teddy teo teodor teodoro terrance
  terrell tevita thabiso thad thanos theobald theodor theron thibault thierry thijs thor thorbjorn thorfinn
  thorin thorsten thorvald thurgood thurlow thurston tiberiu tibor tiernan tierney timo timon timur tito
  tobiah tobin tolly tomaso tommaso tommy tor torbjorn tore torin torquil toussaint tremaine trent trenton
  trev trey tristram troy truman trygve tudor tully tunde turlough ty tyrell tyrone tyson uche uchenna udo
  ugo uilliam ulf ulick ulric umar umberto urban uri uriel usman uwe uzoma vaclav val valentin valerian
  valerio valery vasco vasily vaughan vaughn venkat vergil vern vic vicente vidar viggo viktor ville vinay
  vince vincenzo vinod virgilio vishal vito vittorio vivek vlad vladislav volker vyacheslav wade waldemar
  waldo walid wally walt walther warwick wasim waylon werner wes weston wilbert wilf wilfrid wilhelm wilkie
  willard willem willy wilmer wilson wim winslow winthrop wojciech woodrow wyn wyndham wystan xander xavi
  yaakov yakov yann yannis yaw yehuda yevgeny yohan yorick yosef yossi yuri yuto zac zack zahir zayn
  zbigniew zdenek zeb zebulon zechariah zeno zenon zev zubin
`)
