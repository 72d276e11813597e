"""Usual given names of Europe, the Americas, India and the Near East, lower case: a hint that words name a person."""

from __future__ import annotations

GIVEN_NAMES = frozenset(
    """
aaron abby abdul abigail abraham ada adam adela adele adrian adriana adrien agata agnes ahmad ahmed aidan aiden aileen
aisha akash al alain alan alana alasdair alba albert alberto alec alejandra alejandro aleksander alessandra alessandro
alex alexa alexander alexandra alexandre alexandros alexis alfonso alfred alfredo ali alice alicia alina alison alistair
allan allen allison alma alvaro alvin alyssa amanda amber amelia amelie amina amir amit amy ana anand anastasia anders
andre andrea andreas andres andrew andrey andrzej andy angel angela angelica angelina angelo angus anil anita anja anke
ann anna annabel anne annelies annette annie annika anthony antje antoine anton antonia antonio anya arash archie ariana
ariel arjun arlene armand armando armin arne arno arnold arthur arturo arun arvin asha ashish ashley ashok astrid audrey
augusto aurelie aurora austin ava avery axel ayesha barbara barry bart bartosz bastian beata beatrice beatriz becky
belinda ben benedict benedikt benjamin bennett benny benoit bernadette bernard bernd bernhard bert bertrand bess beth
bethany betsy bettina betty beverly bianca bill billy birgit bjorn blair blake blanca bob bobby bogdan bonnie boris brad
bradford bradley brandon brandy breanna brenda brendan brendon brent bret brett brian briana brianna bridget brigitte
brittany brooke bruce bruno bryan bryant bryce byron caitlin caleb calvin cameron camila camilla camille candace candice
cara carina carl carla carlo carlos carly carmen carol carole carolin carolina caroline carolyn carrie carsten carter
casey cassandra catalina catarina catherine cathy cecil cecile cecilia cedric celia celine cesar chad chandra chantal
charlene charles charlie charlotte chase chelsea cheryl chester chiara chloe chris christa christelle christian
christiane christie christina christine christoph christophe christopher christy chuck cindy claire clara clare clarence
clark claude claudia claudine claudio claus clay clayton clement cliff clifford clint clinton clive clyde cody colette
colin colleen connie connor conor conrad constance cora corey corinna corinne cornelia cornelius cory courtney craig
cristian cristina crystal curt curtis cynthia cyril dagmar daisy dale damian damien damon dan dana daniel daniela
daniele danielle danny dante daphne darcy daria darius darlene darrell darren darryl daryl dave david davide dawn dean
deanna debbie deborah debra declan deepa deepak deirdre delia della demetrius denis denise dennis derek dermot desmond
detlef devon dexter diana diane didier diego dieter dietmar dilip dimitri dina dinesh dirk dolores dominic dominik
dominique don donald donna dora doreen doris dorothea dorothy doug douglas drew duane duncan dustin dwayne dwight dylan
eamon earl ed eddie edgar edith edmund edna eduard eduardo edward edwin egon eileen elaine eleanor elena eleni eli elias
elif elijah elisa elisabeth elise eliza elizabeth elke ella ellen elliot elliott ellis elmar elsa elsie elvira emanuel
emil emilia emilie emilio emily emma emmanuel enrico enrique eric erica erich erik erika erin ernest ernesto ernst erwin
esteban estelle esther ethan ettore eugene eugenia eugenie eva evan eve evelyn ewa ewan fabian fabio fabrice faith
fatima faye federica federico felicia felicity felipe felix ferdinand fergus fernanda fernando filip fiona flora
florence florent florian frances francesca francesco francine francis francisco franco francois francoise frank frankie
franz fred freda freddie frederic frederick fredrik frieda friedrich fritz gabriel gabriela gabriele gabrielle gail
gareth garrett garry gary gavin gemma gene geoff geoffrey georg george georges georgia georgina gerald geraldine gerard
gerd gerhard german gerry gert gertrude giacomo gianluca gianni gilbert gilles gillian gina gino giorgio giovanna
giovanni gisela giulia giuseppe gladys glen glenda glenn gloria gonzalo gordon grace graham grant greg gregor gregory
greta gretchen guido guillaume guillermo gunnar gunter gunther gus gustav gustavo guy gwen hanna hannah hannes hans
harald harold harriet harris harrison harry harvey hassan hayden hazel heather hector heidi heike heiko heinrich heinz
helen helena helene helga helmut hendrik henk henri henrietta henrik henry herb herbert herman hermann hilary hilda
hilde hillary holger holly homer horst howard hubert hugh hugo ian ibrahim ida ignacio igor ilse imran ina ines inga
inge ingo ingrid ira irene irina iris irma irving isaac isabel isabella isabelle isla ismael ivan ivana ivo jack jackie
jackson jacob jacqueline jacques jaime jake jakob jakub james jamie jan jana jane janet janice janine jared jasmin
jasmine jason jasper javier jay jayne jean jeanette jeanne jeff jeffery jeffrey jen jenna jennie jennifer jenny jens
jeremy jerome jerry jesper jesse jessica jesus jill jim jimmy jin jo joachim joan joann joanna joanne joaquin jochen
jodi jodie jody joe joel joerg johan johann johanna johannes john johnny jon jonas jonathan jordan jordi jorg jorge jose
josef josefina joseph josephine josh joshua joy joyce juan juanita judith judy juhli jules julia julian juliana juliane
julie julien juliet julio julius jurgen justin justine kai karen karim karin karl karla karolina karsten kasia katarina
kate katharina katherine kathleen kathrin kathryn kathy katia katie katja katrin katrina kay kayla keith kelli kelly
kelvin ken kendall kendra kenneth kenny kent kerry kerstin kevin khalid kieran kim kimberly kirk kirsten kirsty klara
klaus konrad konstantin kris krishna krista kristen kristian kristin kristina kristine krystyna krzysztof kumar kurt
kyle lance lara larry lars laura lauren laurence laurent laurie lawrence lea leah leander lee leigh leila lena leo leon
leona leonard leonardo leonie leroy les lesley leslie lester leticia lewis liam lidia lilian liliana lillian lily lina
linda lindsay lindsey lionel lisa liz lloyd logan lois lola lora loraine loredana lorena lorenz lorenzo loretta lori
lorna lorraine lothar lou louis louisa louise luc luca lucas lucia lucie lucien lucille lucinda lucy ludwig luigi luis
luisa lukas luke luther lydia lyle lynda lyndon lynette lynn lynne mabel maciej mack madeleine madeline madison maeve
magda magdalena maggie mahmoud maja malcolm malgorzata manfred manoj manon manuel manuela mara marc marcel marcela
marcella marcelo marcia marcin marco marcos marcus marek margaret margarete margarita margit margot maria mariah mariana
marianne marie mariella marilyn marina mario marion marisa marissa marius marjorie mark marko markus marlene marshall
marta martha martin martina martine marty marvin mary mateo mateusz mathew mathias mathieu mathilde mats matt matteo
matthew matthias matthieu maureen maurice mauricio mauro max maxim maxime maximilian maxine maya megan meghan mehmet mei
meike mel melanie melinda melissa melody mercedes meredith mia micah michael michaela michal micheal michel michele
michelle miguel mika mikael mike mila milan mildred miles milton mina minh miranda miriam mitch mitchell mohamed
mohammad mohammed mohan moira molly mona monica monika monique morgan moritz morris moses muhammad muriel murray mustafa
myra myriam myrna nadia nadine nancy naomi natalia natalie natasha nathalie nathan nathaniel neal ned neha neil nelson
niamh nicholas nick nicola nicolas nicole nigel nikhil niklas nikolai nikolaus nikos nils nina nisha noah noel noelle
nora norbert noreen norma norman olaf olga oliver olivia olivier omar orlando oscar oskar otto owen pablo paco paige
pamela paola paolo pascal pat patrice patricia patrick patrik patty paul paula paulina pauline paulo pavel pawel pearl
pedro peggy penelope penny percy perry pete peter petra phil philip philipp philippe phillip phoebe phyllis pia pierre
pieter pietro pilar piotr polly prakash priya rachel raf rafael rahul raj rajesh ralf ralph ramon ramona rana randall
randy raoul raphael raquel rashid raul ravi ray raymond rebecca regina reginald reinhard reinhold rekha renata renate
renaud rene renee reuben rhonda ricardo riccardo rich richard rick ricky rita rob robert roberta roberto robin robyn
rocio rod roderick rodney rodrigo roger rohan roland rolf roman ron ronald ronnie rory rosa rosalie rosalind rosario
rose rosemarie rosemary rosie ross roxanne roy ruben rudi rudolf rudy rufus rupert russ russell ruth ryan sabine sabrina
sally salvatore sam samantha samir samuel sandeep sander sandra sandy sanjay santiago sara sarah sascha saul scott sean
sebastian sebastien selena selma sergei sergio seth shane shannon shari sharon shaun shauna shawn sheila shelley sherri
sherry shirley shona sibylle sidney siegfried sierra sigrid silke silvia simon simona simone sofia sonia sonja sophia
sophie spencer stacey stacy stan stanley stefan stefania stefanie stefano stella stephan stephane stephanie stephen
steve steven stewart stig stuart sue sunil suresh susan susana susanna susanne susie suzanne svein sven svenja svetlana
sybil sydney sylvain sylvia sylvie tamara tammy tania tanja tanya tara tariq tatiana taylor ted teresa terrance terrence
terri terry tess tessa thea theo theodore theresa therese thierry thomas thorsten tiffany tim timo timothy tina tobias
toby todd tom tomas tomasz tommy toni tony torsten tracey traci tracy travis trevor tricia tristan troy tyler udo ulf
ulrich ulrike ursula ute uwe valentin valentina valeria valerie vanessa vera verena vernon veronica veronika veronique
vicki vicky victor victoria vijay vikram viktor viktoria vince vincent vincenzo viola violet virginia virginie vivian
viviane vladimir volker wade wallace walt walter wanda warren wayne wendell wendy werner wesley wilfried wilhelm will
willem william willie wilma winston wolfgang wyatt xavier yan yann yannick yasmin yolanda yusuf yves yvette yvonne zach
zachary zahra zoe zuzana
""".split()  # noqa: SIM905
)
