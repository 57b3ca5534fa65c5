// Words that keep their full stop without ending a sentence, in lower case and without the stop.

export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof sen rep gov gen lt col sgt capt cmdr adm maj pvt rev hon st mt ft jr sr pres ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec v vs no nos art arts sec secs para paras pp p cl ch ' +
    'fed cir supp ct dist dept atty asst assn bros ariz ark calif colo conn del fla ga ill ind kan ky la mass ' +
    'md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo'
  ).split(' '),
)
