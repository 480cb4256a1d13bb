/** Vietnamese: family name first, a middle name, stacked diacritics. */
export default {
  language: 'vi-VN',
  weight: 5,
  familyFirst: true,
  middle: 'Văn/Thị, Minh/Ngọc, Hữu/Thùy, Đức/Bích, Quang/Thanh, Xuân, Anh',
  middleShare: 1,
  given: {
    female: 'Linh, Hương, Lan, Mai, Trang, Thảo, Ngọc, Yến, Phượng, Thủy, Nhung',
    male: 'Dũng, Hùng, Tuấn, Nam, Cường, Đạt, Hiếu, Phúc, Thắng, Quân, Bảo',
  },
  family: 'Nguyễn, Trần, Lê, Phạm, Huỳnh, Hoàng, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý',
  places: { 'Asia/Ho_Chi_Minh': 'Hà Nội, Thành phố Hồ Chí Minh, Đà Nẵng, Huế, Cần Thơ, Hải Phòng' },
  phones: '+849########, +8438#######',
};
