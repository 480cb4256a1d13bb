/** Hindi: Devanagari with vowel signs, conjuncts and nukta. */
export default {
  language: 'hi-IN',
  weight: 7,
  given: {
    female: `प्रिया=priya, अनन्या=ananya, सुनीता=sunita, पूजा=pooja, नेहा=neha, दीपिका=deepika, कविता=kavita,
      आरती=aarti, ऐश्वर्या=aishwarya, ज़ोया=zoya, लक्ष्मी=lakshmi`,
    male: `राहुल=rahul, अमित=amit, राजेश=rajesh, विकास=vikas, अर्जुन=arjun, संजय=sanjay, कृष्ण=krishna,
      मोहम्मद=mohammad, हर्ष=harsh, ऋषि=rishi, श्याम=shyam`,
  },
  family: `शर्मा=sharma, सिंह=singh, कुमार=kumar, गुप्ता=gupta, वर्मा=verma, मिश्रा=mishra, यादव=yadav, पाण्डेय=pandey,
    त्रिपाठी=tripathi, ख़ान=khan, जोशी=joshi, श्रीवास्तव=srivastava, चौधरी=chaudhary, अग्रवाल=agarwal`,
  places: { 'Asia/Kolkata': 'दिल्ली, मुंबई, लखनऊ, जयपुर, पटना, भोपाल, वाराणसी, इंदौर' },
  phones: '+9198########, +9197########, +9170########',
};
