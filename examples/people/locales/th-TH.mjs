/** Thai: tone marks and vowels above and below, long family names. */
export default {
  language: 'th-TH',
  weight: 4,
  given: {
    female: `สมหญิง=somying, มาลี=malee, กัญญา=kanya, พิมพ์=phim, สุดารัตน์=sudarat, นภา=napa, อรุณี=arunee,
      วันเพ็ญ=wanphen, ชญานิศ=chayanit`,
    male: `สมชาย=somchai, ธนพล=thanaphon, อนันต์=anan, กิตติ=kitti, ประเสริฐ=prasert, วิชัย=wichai, ณัฐพล=nattaphon,
      ชาญ=chan, สุรศักดิ์=surasak`,
  },
  family: `แสงทอง=saengthong, สุขใจ=sukjai, ศรีสุข=srisuk, บุญมี=boonmee, ทองดี=thongdee, วงศ์สวัสดิ์=wongsawat,
    เจริญสุข=charoensuk, รัตนกุล=rattanakul, ชินวัตร์=chinnawat, พรหมมา=phromma, จันทร์แก้ว=chankaew`,
  places: { 'Asia/Bangkok': 'กรุงเทพมหานคร, เชียงใหม่, ขอนแก่น, ภูเก็ต, นครราชสีมา, อุดรธานี' },
  phones: '+668########, +669########',
};
