/** Korean: family name first, no space between. */
export default {
  language: 'ko-KR',
  weight: 6,
  familyFirst: true,
  separator: '',
  given: {
    female: `지우=jiwoo, 서연=seoyeon, 민지=minji, 수빈=subin, 하은=haeun, 지은=jieun, 예은=yeeun, 영희=younghee,
      미영=miyoung, 유진=yujin, 은정=eunjung`,
    male: `민준=minjun, 서준=seojun, 도윤=doyoon, 지훈=jihoon, 현우=hyunwoo, 성민=sungmin, 철수=chulsoo,
      동현=donghyun, 준호=junho, 영호=youngho, 상훈=sanghoon`,
  },
  family: `김=kim, 이=lee, 박=park, 최=choi, 정=jung, 강=kang, 조=cho, 윤=yoon, 장=jang, 임=lim, 한=han, 오=oh,
    신=shin, 황보=hwangbo, 남궁=namgung, 선우=sunwoo`,
  places: { 'Asia/Seoul': '서울, 부산, 대구, 인천, 광주, 대전, 제주, 수원' },
  phones: '+8210N#######',
};
